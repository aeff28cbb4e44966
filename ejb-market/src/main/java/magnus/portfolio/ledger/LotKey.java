package magnus.portfolio.ledger;

import magnus.portfolio.Transaction;

/**
 * What lots are matched within.
 *
 * @param written true for lots sold short or written, false for lots held
 */
public record LotKey(String symbol, String currency, boolean written) {

  static LotKey held(Transaction t) {
    return new LotKey(String.valueOf(t.symbol()), t.currency(), false);
  }

  static LotKey written(Transaction t) {
    return new LotKey(String.valueOf(t.symbol()), t.currency(), true);
  }
}
