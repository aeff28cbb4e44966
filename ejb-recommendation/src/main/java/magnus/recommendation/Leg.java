package magnus.recommendation;

import java.math.BigDecimal;

/**
 * One part of what the advice would change, by which its outcome is followed up.
 *
 * @param symbol whose price counts
 * @param amount of money moved into it; negative for out of it
 */
public record Leg(String symbol, BigDecimal amount) {}
