package magnus.portfolio.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file in the order in which they happened. Most files are sorted by date,
 * newest first (Schwab, Fidelity) or oldest first: within a day the file's own order counts then,
 * turned round for newest first. In a file that is sorted neither way, a day's rows go by what they
 * are: splits, then what comes in, then what goes out.
 */
final class Chronology {

  private Chronology() {}

  static List<StatementRow> ordered(List<StatementRow> rows) {
    List<StatementRow> entries = new ArrayList<>();
    boolean rising = true;
    boolean falling = true;
    @Nullable LocalDate before = null;
    for (StatementRow row : rows) {
      if (row.entry().isEmpty()) {
        continue;
      }
      entries.add(row);
      LocalDate date = transaction(row).date();
      if (before != null) {
        rising &= !date.isBefore(before);
        falling &= !date.isAfter(before);
      }
      before = date;
    }
    Comparator<StatementRow> order = Comparator.comparing(row -> transaction(row).date());
    if (falling && !rising) {
      Collections.reverse(entries);
    } else if (!rising) {
      order =
          order
              .thenComparing(row -> rank(transaction(row).type()))
              .thenComparing(row -> transaction(row).findSymbol().orElse(""))
              .thenComparing(row -> transaction(row).quantity())
              .thenComparing(row -> transaction(row).amount());
    }
    entries.sort(order);
    return entries;
  }

  private static Transaction transaction(StatementRow row) {
    return row.entry().orElseThrow().transaction();
  }

  private static int rank(TransactionType type) {
    return switch (type.effect()) {
      case SPLIT -> 0;
      case FLOW, TRANSFER_IN -> 1;
      case INCOME, RETURN_OF_CAPITAL -> 2;
      case OPEN_LONG, OPEN_SHORT -> 3;
      case END_OPTION -> 4;
      case CLOSE_LONG, CLOSE_SHORT -> 5;
      case TRANSFER_OUT, EXPENSE -> 6;
    };
  }
}
