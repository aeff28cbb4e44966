package magnus.portal.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import magnus.market.Quote;
import magnus.market.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quote with its change.
 *
 * @param change since the previous close
 * @param changePercent the same in percent points, to two decimals
 * @param stale whether it is older than it should be, as its source failed or a newer one is on its
 *     way
 */
@Schema(name = "Quote")
public record QuoteView(
    String symbol,
    BigDecimal bid,
    BigDecimal ask,
    BigDecimal last,
    BigDecimal previousClose,
    BigDecimal change,
    BigDecimal changePercent,
    long volume,
    Instant at,
    Source source,
    boolean stale) {

  static QuoteView of(Quote quote, boolean stale) {
    BigDecimal change = quote.last().subtract(quote.previousClose());
    BigDecimal percent =
        quote.previousClose().signum() == 0
            ? BigDecimal.ZERO
            : change.movePointRight(2).divide(quote.previousClose(), 2, RoundingMode.HALF_EVEN);
    return new QuoteView(
        quote.symbol(),
        quote.bid(),
        quote.ask(),
        quote.last(),
        quote.previousClose(),
        change,
        percent,
        quote.volume(),
        quote.at(),
        quote.source(),
        stale);
  }
}
