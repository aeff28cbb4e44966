package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dividend, interest, fee or tax: what changes wealth but belongs to no sale.
 *
 * @param symbol null where it belongs to no instrument
 * @param amount signed
 * @param expense whether it is a fee or a tax
 */
public record Income(
    LocalDate date, String currency, @Nullable String symbol, BigDecimal amount, boolean expense) {}
