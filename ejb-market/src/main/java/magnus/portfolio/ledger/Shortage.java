package magnus.portfolio.ledger;

import java.math.BigDecimal;
import magnus.portfolio.Transaction;

/**
 * A transaction closes more than the history holds.
 *
 * @param missing how much is not there, at that time's count of shares
 * @param missingAtStart the same at the count before all splits of the history
 */
public record Shortage(
    Transaction transaction,
    LotKey key,
    BigDecimal held,
    BigDecimal missing,
    BigDecimal missingAtStart) {}
