package magnus.recommendation;

import java.math.BigDecimal;

/**
 * What following the advice is expected to be worth to this user.
 *
 * @param amount in the first year, after costs and taxes
 * @param low what is left where the figures behind it err to one side by about two of their
 *     standard errors
 * @param high the same to the other side
 * @param method how it was computed, in a sentence
 */
public record Benefit(
    BigDecimal amount, BigDecimal low, BigDecimal high, String currency, String method) {}
