package magnus.persistence.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The last price of a symbol as one day knew it, and the close before.
 *
 * @param at the close of the session that the price is of
 */
public record StoredClosing(
    String symbol, BigDecimal last, BigDecimal previousClose, long volume, Instant at) {}
