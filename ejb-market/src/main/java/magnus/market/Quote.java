package magnus.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The latest price of one symbol at market time.
 *
 * @param last last trade, to the cent (or the source's own precision)
 * @param previousClose close of the session before the one that {@code last} belongs to
 * @param at when the last trade happened, never after market time
 */
public record Quote(
    String symbol,
    BigDecimal bid,
    BigDecimal ask,
    BigDecimal last,
    BigDecimal previousClose,
    long volume,
    Instant at,
    Source source) {}
