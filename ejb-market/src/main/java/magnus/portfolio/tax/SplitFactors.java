package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.market.CorporateAction;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/**
 * How many of today's shares a share of an earlier day is. Splits that a broker tells only by the
 * shares that they added are not among them: the history does not say their ratio.
 */
final class SplitFactors {

  private record Split(LocalDate day, BigDecimal ratio) {}

  private final Map<String, List<Split>> bySymbol = new HashMap<>();

  SplitFactors(List<Transaction> transactions, List<CorporateAction> actions) {
    for (CorporateAction action : actions) {
      if (action.kind() == CorporateAction.Kind.SPLIT
          && transactions.stream().noneMatch(t -> isSame(t, action))) {
        add(action.symbol(), action.exDate(), action.amount());
      }
    }
    for (Transaction t : transactions) {
      BigDecimal ratio = t.ratio();
      String symbol = t.symbol();
      if (t.type() == TransactionType.SPLIT && ratio != null && symbol != null) {
        add(symbol, t.date(), ratio);
      }
    }
  }

  private static boolean isSame(Transaction t, CorporateAction split) {
    return t.type() == TransactionType.SPLIT
        && split.symbol().equals(t.symbol())
        && Math.abs(t.date().toEpochDay() - split.exDate().toEpochDay()) <= 10;
  }

  private void add(String symbol, LocalDate day, BigDecimal ratio) {
    bySymbol.computeIfAbsent(symbol, s -> new ArrayList<>()).add(new Split(day, ratio));
  }

  /** Today's shares per share that traded on that day. */
  BigDecimal since(String symbol, LocalDate day) {
    return bySymbol.getOrDefault(symbol, List.of()).stream()
        .filter(split -> split.day().isAfter(day))
        .map(Split::ratio)
        .reduce(BigDecimal.ONE, BigDecimal::multiply);
  }
}
