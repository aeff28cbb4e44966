package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/**
 * Tells for purchases and sales of options, where a broker does not, whether they open or close: a
 * sale closes what the file bought before and else writes, a purchase closes what it wrote before
 * and else opens.
 */
final class OptionSides {

  private OptionSides() {}

  static List<StatementRow> resolved(List<StatementRow> rows) {
    Map<String, BigDecimal> held = new HashMap<>();
    Map<StatementRow, StatementRow> changed = new IdentityHashMap<>();
    for (StatementRow row : Chronology.ordered(rows)) {
      Entry entry = row.entry().orElseThrow();
      Transaction t = entry.transaction();
      if (t.option() == null || t.symbol() == null) {
        continue;
      }
      BigDecimal before = held.getOrDefault(t.symbol(), BigDecimal.ZERO);
      TransactionType type =
          switch (t.type()) {
            case BUY ->
                before.signum() < 0 ? TransactionType.BUY_TO_CLOSE : TransactionType.BUY_TO_OPEN;
            case SELL ->
                before.signum() > 0 ? TransactionType.SELL_TO_CLOSE : TransactionType.SELL_TO_OPEN;
            default -> t.type();
          };
      held.put(t.symbol(), before.add(change(type, t.quantity(), before)));
      if (type != t.type()) {
        Entry typed =
            new Entry(retyped(t, type), entry.reference(), entry.account(), entry.remark());
        changed.put(
            row,
            new StatementRow(
                row.line(), row.action(), Optional.of(typed), Optional.empty(), List.of()));
      }
    }
    List<StatementRow> result = new ArrayList<>();
    for (StatementRow row : rows) {
      result.add(changed.getOrDefault(row, row));
    }
    return result;
  }

  private static BigDecimal change(TransactionType type, BigDecimal quantity, BigDecimal before) {
    return switch (type.effect()) {
      case OPEN_LONG, CLOSE_SHORT -> quantity;
      case CLOSE_LONG, OPEN_SHORT -> quantity.negate();
      case END_OPTION -> before.negate();
      default -> BigDecimal.ZERO;
    };
  }

  private static Transaction retyped(Transaction t, TransactionType type) {
    return new Transaction(
        t.id(),
        t.date(),
        t.settlement(),
        type,
        t.symbol(),
        t.option(),
        t.quantity(),
        t.price(),
        t.fees(),
        t.amount(),
        t.currency(),
        t.ratio(),
        t.lots(),
        t.note(),
        t.line(),
        t.fingerprint(),
        t.importId());
  }
}
