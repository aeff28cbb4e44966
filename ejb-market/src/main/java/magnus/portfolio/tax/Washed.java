package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A loss that does not count now, and what it was matched with.
 *
 * @param closing the transaction that made the loss
 * @param lot the lot sold
 * @param quantity of the lot sold, in its own units
 * @param loss positive
 * @param replacement the lot whose purchase washes it
 * @param replaced in the replacement's units: shares or contracts
 * @param forGood whether the loss is lost, since the replacement is in a retirement account;
 *     otherwise it is in the replacement's basis
 * @param heldSince where the replacement's holding period begins now
 */
public record Washed(
    UUID closing,
    UUID lot,
    LocalDate closed,
    BigDecimal quantity,
    BigDecimal loss,
    UUID replacement,
    UUID replacementAccount,
    LocalDate bought,
    BigDecimal replaced,
    boolean forGood,
    LocalDate heldSince) {}
