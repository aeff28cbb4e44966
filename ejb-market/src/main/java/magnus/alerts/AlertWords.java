package magnus.alerts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules as sentences. */
final class AlertWords {

  private AlertWords() {}

  static String rule(AlertKind kind, @Nullable String symbol, double threshold) {
    String name = symbol == null ? "" : symbol;
    return switch (kind) {
      case PRICE_ABOVE -> words("%s at or above %.2f", name, threshold);
      case PRICE_BELOW -> words("%s at or below %.2f", name, threshold);
      case CHANGE -> words("%s moves %.1f %% or more in a day", name, 100 * threshold);
      case VOLATILITY ->
          words("Volatility of %s at or above %.0f %% a year", name, 100 * threshold);
      case VALUE_AT_RISK ->
          words("Value at risk (95 %%, one day) at or above %.1f %%", 100 * threshold);
      case DRAWDOWN -> words("Value %.1f %% or more below its highest", 100 * threshold);
      case WEIGHT -> words("A holding weighs %.0f %% or more", 100 * threshold);
      case EARNINGS -> words("Earnings of a holding within %.0f days", threshold);
      case ANOMALY -> words("A holding moves %.1f times its usual day or more", threshold);
    };
  }

  static String words(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
