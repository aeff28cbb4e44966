package magnus.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one option is worth at an instant.
 *
 * @param price per share of the underlying, at or above 0
 * @param at when that price was current
 */
public record OptionPrice(ListedOption option, BigDecimal price, Instant at, Source source) {}
