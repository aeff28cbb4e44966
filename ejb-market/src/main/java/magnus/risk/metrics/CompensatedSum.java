package magnus.risk.metrics;

/**
 * A running sum whose error does not grow with the number of terms: Neumaier's variant of Kahan's
 * summation (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
 * ZAMM 54, 1974). Not safe for several threads.
 */
public final class CompensatedSum {

  private double sum;
  private double lost;

  /** Adds one term. */
  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  public double total() {
    return sum + lost;
  }

  /** The sum of all terms. */
  public static double of(double... terms) {
    CompensatedSum s = new CompensatedSum();
    for (double term : terms) {
      s.add(term);
    }
    return s.total();
  }
}
