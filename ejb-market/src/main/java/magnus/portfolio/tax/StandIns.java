package magnus.portfolio.tax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.market.BarSeries;
import magnus.portfolio.tax.plan.Stand;

/**
 * Finds what moves like a security, from the correlation of daily returns on the days that both
 * have. What the two may part by costs {@code ½ γ σ² (1 − ρ²) T} per dollar, the certainty
 * equivalent of the risk that a regression leaves, over the 31 days until the security may be
 * bought again (mean–variance utility, γ = 3).
 */
public final class StandIns {

  private static final double RISK_AVERSION = 3;
  private static final double YEARS = 31 / 365.0;
  private static final int SESSIONS_OF_A_YEAR = 252;
  private static final int LEAST_DAYS = 60;
  private static final double LEAST_CORRELATION = .6;
  private static final int MOST = 3;

  private StandIns() {}

  /**
   * The best stand-ins, the most alike first.
   *
   * @param others candidates, the security itself not among them
   */
  public static List<Stand> of(BarSeries security, List<BarSeries> others) {
    Map<Integer, Double> own = returns(security);
    List<Stand> found = new ArrayList<>();
    for (BarSeries other : others) {
      Map<Integer, Double> its = returns(other);
      double n = 0;
      double sx = 0;
      double sy = 0;
      double sxx = 0;
      double syy = 0;
      double sxy = 0;
      for (Map.Entry<Integer, Double> day : own.entrySet()) {
        Double y = its.get(day.getKey());
        if (y != null) {
          double x = day.getValue();
          n++;
          sx += x;
          sy += y;
          sxx += x * x;
          syy += y * y;
          sxy += x * y;
        }
      }
      double vx = sxx - sx * sx / n;
      double vy = syy - sy * sy / n;
      if (n < LEAST_DAYS || !(vx > 0) || !(vy > 0)) {
        continue;
      }
      double correlation = (sxy - sx * sy / n) / Math.sqrt(vx * vy);
      if (correlation >= LEAST_CORRELATION) {
        double variance = vx / (n - 1) * SESSIONS_OF_A_YEAR;
        double costs = RISK_AVERSION / 2 * variance * (1 - correlation * correlation) * YEARS;
        found.add(new Stand(security.symbol(), other.symbol(), correlation, costs));
      }
    }
    found.sort(Comparator.comparingDouble(stand -> -stand.correlation()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static Map<Integer, Double> returns(BarSeries bars) {
    Map<Integer, Double> returns = new HashMap<>();
    for (int i = 1; i < bars.size(); i++) {
      if (bars.close()[i - 1] > 0 && bars.close()[i] > 0) {
        returns.put(bars.days()[i], Math.log(bars.close()[i] / bars.close()[i - 1]));
      }
    }
    return returns;
  }
}
