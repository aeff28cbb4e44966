package magnus.options.scan;

import java.time.LocalDate;
import java.util.Locale;
import magnus.options.surface.ChainReading;
import org.jspecify.annotations.Nullable;

/** What an opportunity's figures say, in sentences; every number in them is a figure. */
final class Wording {

  private static final int SHARES = 100;

  private Wording() {}

  static String worstCase(String symbol, double breakEven, double bad) {
    return String.format(
        Locale.ROOT,
        "Should %s fall to nothing, a contract loses $%,.0f. In the worst of twenty outcomes it %s"
            + " $%,.0f.",
        symbol,
        breakEven * SHARES,
        bad < 0 ? "loses" : "still makes",
        Math.abs(bad) * SHARES);
  }

  static String changesMind(
      double credit,
      double collateral,
      double breakEven,
      ChainReading.Slice slice,
      Underlying underlying,
      @Nullable LocalDate earnings,
      @Nullable LocalDate exDividend) {
    double bills = collateral * Math.expm1(slice.rate() * slice.years());
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "A credit below $%.2f pays less than bills do on the same money; a close below $%.2f"
                + " is past the break-even.",
            Math.min(credit, bills),
            breakEven));
    if (!Double.isNaN(underlying.realised())) {
      words.append(
          String.format(
              Locale.ROOT,
              " So would realised volatility above the implied one (it is %.0f %%).",
              100 * underlying.realised()));
    }
    if (earnings != null) {
      words.append(" Earnings on ").append(earnings).append(" may open a gap over the strike.");
    }
    if (exDividend != null) {
      words
          .append(" The ex-dividend day on ")
          .append(exDividend)
          .append(" may have the call exercised early.");
    }
    return words.toString();
  }
}
