package magnus.portfolio.tax.plan.ojalgo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.portfolio.tax.plan.LinearSolver;
import magnus.portfolio.tax.plan.Programme;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ModelEntity;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The simplex method of ojAlgo. Amounts go in as thousands and each constraint as a multiple of its
 * largest factor, since values of very different sizes cost accuracy.
 */
public final class OjAlgoLinearSolver implements LinearSolver {

  private static final double UNIT = 1_000;

  @Override
  public Optional<double[]> maximise(Programme programme, double[] lower, double[] upper) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Programme.Unknown> unknowns = programme.unknowns();
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < unknowns.size(); i++) {
      double unit = unit(unknowns.get(i));
      Variable v = model.newVariable("v" + i).weight(unknowns.get(i).gain() * unit);
      bound(v, lower[i] / unit, upper[i] / unit);
      variables.add(v);
    }
    for (Programme.Constraint c : programme.constraints()) {
      double largest =
          c.terms().stream()
              .mapToDouble(t -> Math.abs(t.factor()) * unit(unknowns.get(t.unknown())))
              .max()
              .orElse(1);
      double scale = largest > 0 ? largest : 1;
      Expression e = model.newExpression("c" + model.countExpressions());
      bound(e, c.lower() / scale, c.upper() / scale);
      for (Programme.Term t : c.terms()) {
        double unit = unit(unknowns.get(t.unknown()));
        e.add(variables.get(t.unknown()), t.factor() * unit / scale);
      }
    }
    Optimisation.Result result = model.maximise();
    if (!result.getState().isOptimal()) {
      return Optional.empty();
    }
    double[] values = new double[unknowns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = result.doubleValue(i) * unit(unknowns.get(i));
    }
    return Optional.of(values);
  }

  private static double unit(Programme.Unknown unknown) {
    return unknown.whole() ? 1 : UNIT;
  }

  private static void bound(ModelEntity<?> entity, double lower, double upper) {
    if (Double.isFinite(lower)) {
      entity.lower(lower);
    }
    if (Double.isFinite(upper)) {
      entity.upper(upper);
    }
  }
}
