package magnus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds realised gains up by term. */
final class RealisedSums {

  private RealisedSums() {}

  static RealisedReport of(@Nullable Integer year, String currency, List<RealisedGain> items) {
    BigDecimal shortTerm = BigDecimal.ZERO;
    BigDecimal longTerm = BigDecimal.ZERO;
    int unknown = 0;
    for (RealisedGain item : items) {
      BigDecimal gain = item.gain();
      if (gain == null) {
        unknown++;
      } else if (item.currency().equals(currency)) {
        if (item.term() == RealisedGain.Term.LONG) {
          longTerm = longTerm.add(gain);
        } else {
          shortTerm = shortTerm.add(gain);
        }
      }
    }
    return new RealisedReport(year, currency, shortTerm, longTerm, unknown, items);
  }
}
