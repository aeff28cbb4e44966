package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is still open of a lot and has one basis and one holding period.
 *
 * @param quantity positive
 * @param heldSince null where unknown
 * @param money basis with losses added to it, or what was received for a short one less such
 *     losses; null where unknown
 * @param added the losses in it, not negative
 */
public record OpenTaxLot(
    TaxLot lot,
    BigDecimal quantity,
    @Nullable LocalDate heldSince,
    @Nullable BigDecimal money,
    BigDecimal added) {}
