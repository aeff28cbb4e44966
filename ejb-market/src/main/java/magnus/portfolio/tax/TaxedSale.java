package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import magnus.portfolio.RealisedGain.Term;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it counts for tax: one line of Form 8949.
 *
 * @param quantity positive
 * @param heldSince where the holding period begins; earlier than the purchase where an earlier loss
 *     was added to it; null where unknown
 * @param proceeds null where unknown
 * @param basis with the losses that were added to it; null where unknown
 * @param disallowed part of the loss that is washed, not negative
 * @param counts proceeds − basis + disallowed; null where unknown; 0 in a retirement account
 */
public record TaxedSale(
    UUID closing,
    UUID lot,
    UUID account,
    String symbol,
    @Nullable LocalDate heldSince,
    LocalDate closed,
    BigDecimal quantity,
    @Nullable BigDecimal proceeds,
    @Nullable BigDecimal basis,
    BigDecimal disallowed,
    @Nullable BigDecimal counts,
    Term term) {}
