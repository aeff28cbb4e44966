package magnus.portal.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.result.Result;
import magnus.portfolio.Missing;
import magnus.portfolio.Performance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Returns as a portal shows them. */
@Schema(name = "Performance")
public record PerformanceView(
    LocalDate from,
    LocalDate to,
    String currency,
    @Schema(
            description =
                "Daily linked; inflows count from the start of their day, outflows to its end")
        Figure timeWeighted,
    Figure timeWeightedAnnual,
    @Schema(description = "Internal rate of return per year (XIRR)") Figure moneyWeighted,
    BigDecimal startValue,
    BigDecimal endValue,
    BigDecimal paidIn,
    BigDecimal takenOut,
    BigDecimal dividends,
    List<Missing> missing) {

  /** A fraction, or why there is none. */
  @Schema(name = "ReturnFigure")
  public record Figure(
      @Schema(description = "As a fraction") @Nullable Double value, @Nullable String reason) {

    static Figure of(Result<Double> result) {
      return new Figure(
          result.find().orElse(null),
          result.findFailure().map(Result.Failure::detail).orElse(null));
    }
  }

  static PerformanceView of(Performance p) {
    return new PerformanceView(
        p.from(),
        p.to(),
        p.currency(),
        Figure.of(p.timeWeighted()),
        Figure.of(p.timeWeightedAnnual()),
        Figure.of(p.moneyWeighted()),
        p.startValue(),
        p.endValue(),
        p.paidIn(),
        p.takenOut(),
        p.dividends(),
        p.missing());
  }
}
