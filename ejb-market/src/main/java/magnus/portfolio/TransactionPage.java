package magnus.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transactions, newest first.
 *
 * @param next cursor for the following page; null on the last one
 */
public record TransactionPage(List<Transaction> items, @Nullable String next) {

  public TransactionPage {
    items = List.copyOf(items);
  }
}
