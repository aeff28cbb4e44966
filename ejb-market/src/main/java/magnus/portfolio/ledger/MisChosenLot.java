package magnus.portfolio.ledger;

import java.math.BigDecimal;
import magnus.portfolio.LotChoice;
import magnus.portfolio.Transaction;

/**
 * A sale names a lot that does not have as much.
 *
 * @param there what the lot had then, 0 where it was not open
 */
public record MisChosenLot(Transaction transaction, LotChoice choice, BigDecimal there) {}
