package magnus.market;

import java.math.BigDecimal;
import java.time.Instant;

/** A price came from the market, on this node; told outside of any transaction. */
public record QuoteSeen(String symbol, BigDecimal last, Instant asOf) {}
