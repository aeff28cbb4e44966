package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;

/** Short words for histories in tests. */
final class Histories {

  private Histories() {}

  static BigDecimal d(String number) {
    return new BigDecimal(number);
  }

  static TransactionDraft on(String date, TransactionType type) {
    return Transaction.draft(type, LocalDate.parse(date));
  }

  static Transaction trade(
      String date,
      TransactionType type,
      String symbol,
      String quantity,
      String price,
      String fees) {
    return on(date, type)
        .symbol(symbol)
        .quantity(d(quantity))
        .price(d(price))
        .fees(d(fees))
        .build();
  }

  static Transaction cash(String date, TransactionType type, String amount) {
    return on(date, type).amount(d(amount)).build();
  }

  static LedgerState fold(LotMethod method, Transaction... transactions) {
    return Ledger.of(List.of(transactions), method, List.of()).last();
  }
}
