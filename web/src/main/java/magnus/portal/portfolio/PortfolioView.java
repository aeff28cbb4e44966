package magnus.portal.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Missing;
import magnus.portfolio.Portfolio;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.TaxTreatment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A portfolio as a portal lists it. */
@Schema(name = "Portfolio")
public record PortfolioView(
    String id,
    String name,
    @Schema(description = "ISO 4217") String currency,
    LotMethod lotMethod,
    @Schema(description = "How its gains are taxed") TaxTreatment taxTreatment,
    @Schema(description = "Cash and holdings that have a price") BigDecimal value,
    BigDecimal cash,
    @Schema(description = "Change since the previous close") BigDecimal dayChange,
    @Nullable Double dayChangePercent,
    Instant asOf,
    Instant createdAt,
    @Schema(description = "What the value lacks") List<Missing> missing) {

  /** All of the caller's. */
  @Schema(name = "Portfolios")
  public record Items(List<PortfolioView> items) {}

  static PortfolioView of(PortfolioSummary summary) {
    Portfolio p = summary.portfolio();
    return new PortfolioView(
        p.id().toString(),
        p.name(),
        p.currency(),
        p.lotMethod(),
        p.taxTreatment(),
        summary.value(),
        summary.cash(),
        summary.dayChange(),
        summary.dayChangePercent(),
        summary.asOf(),
        p.createdAt(),
        summary.missing());
  }
}
