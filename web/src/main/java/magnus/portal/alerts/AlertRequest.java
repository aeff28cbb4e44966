package magnus.portal.alerts;

import java.util.UUID;
import magnus.alerts.AlertKind;
import magnus.alerts.AlertWish;
import magnus.basics.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as it is wanted. */
@Schema(
    name = "AlertRequest",
    requiredProperties = {"kind", "threshold"})
public record AlertRequest(
    @Nullable AlertKind kind,
    @Schema(description = "For VALUE_AT_RISK, DRAWDOWN, WEIGHT, EARNINGS and ANOMALY")
        @Nullable UUID portfolio,
    @Schema(description = "For PRICE_ABOVE, PRICE_BELOW, CHANGE and VOLATILITY")
        @Nullable String symbol,
    @Schema(
            description =
                "A price, a fraction (CHANGE, VOLATILITY, VALUE_AT_RISK, DRAWDOWN, WEIGHT), days"
                    + " (EARNINGS) or usual daily moves (ANOMALY)")
        @Nullable Double threshold,
    @Schema(description = "Least minutes of market time between two notices; 60 where left out")
        @Nullable Long coolMinutes,
    @Schema(description = "Whether it is in force", defaultValue = "true")
        @Nullable Boolean enabled) {

  private static final long USUAL = 60;

  AlertWish wish() {
    if (kind == null) {
      throw Refusal.malformed("kind", "", "a kind of rule, such as PRICE_ABOVE");
    }
    if (threshold == null) {
      throw Refusal.malformed("threshold", "", kind.expected());
    }
    return new AlertWish(
        kind,
        portfolio,
        symbol,
        threshold,
        coolMinutes == null ? USUAL : coolMinutes,
        enabled == null || enabled);
  }
}
