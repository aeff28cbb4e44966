package magnus.portfolio.tax.plan;

import java.util.Optional;

/** Solves a programme without its demand that some values be whole. */
public interface LinearSolver {

  /**
   * The best values by the number of the unknown.
   *
   * @param lower bounds to be used in place of the programme's
   * @param upper likewise
   * @return empty where no values keep all constraints
   */
  Optional<double[]> maximise(Programme programme, double[] lower, double[] upper);
}
