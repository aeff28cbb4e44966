package magnus.portfolio.tax.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A mixed-integer linear programme: find values within their bounds that keep the constraints and
 * make the sum of value × gain as large as can be.
 */
public final class Programme {

  /** A value to be found. */
  public record Unknown(double lower, double upper, boolean whole, double gain) {}

  /** Factor of an unknown, by its number. */
  public record Term(int unknown, double factor) {}

  /** {@code lower ≤ Σ factor × value ≤ upper}. */
  public record Constraint(double lower, double upper, List<Term> terms) {
    public Constraint {
      terms = List.copyOf(terms);
    }
  }

  private final List<Unknown> unknowns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();

  /** Adds an unknown; answers its number. */
  int unknown(double lower, double upper, boolean whole, double gain) {
    unknowns.add(new Unknown(lower, upper, whole, gain));
    return unknowns.size() - 1;
  }

  /** Adds {@code lower ≤ Σ ≤ upper}. */
  void constraint(double lower, double upper, List<Term> terms) {
    constraints.add(new Constraint(lower, upper, terms));
  }

  void equal(double value, List<Term> terms) {
    constraint(value, value, terms);
  }

  void atMost(double upper, List<Term> terms) {
    constraint(Double.NEGATIVE_INFINITY, upper, terms);
  }

  void atLeast(double lower, List<Term> terms) {
    constraint(lower, Double.POSITIVE_INFINITY, terms);
  }

  public List<Unknown> unknowns() {
    return Collections.unmodifiableList(unknowns);
  }

  public List<Constraint> constraints() {
    return Collections.unmodifiableList(constraints);
  }

  /** A copy in which one unknown keeps within other bounds. */
  Programme within(int unknown, double lower, double upper) {
    Programme copy = new Programme();
    copy.unknowns.addAll(unknowns);
    copy.constraints.addAll(constraints);
    Unknown u = unknowns.get(unknown);
    copy.unknowns.set(unknown, new Unknown(lower, upper, u.whole(), u.gain()));
    return copy;
  }
}
