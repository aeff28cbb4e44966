package magnus.portfolio.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.market.CorporateAction;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/** One thing that happens to a portfolio: a transaction of its own, or an action of a company. */
sealed interface Event {

  LocalDate date();

  record Own(Transaction transaction) implements Event {
    @Override
    public LocalDate date() {
      return transaction.date();
    }
  }

  record Corporate(CorporateAction action) implements Event {
    @Override
    public LocalDate date() {
      return action.exDate();
    }
  }

  /** Days within which a broker's own booking is taken to be the same split as the market's. */
  int SAME_SPLIT_DAYS = 10;

  /**
   * All events by day; within a day splits and dividends of the market first (who trades on the
   * ex-date trades without them), then the portfolio's own splits, then the rest in the given
   * order. A split that the portfolio's own history tells is not taken twice.
   */
  static List<Event> merge(List<Transaction> transactions, List<CorporateAction> actions) {
    List<Event> events = new ArrayList<>(transactions.size() + actions.size());
    for (CorporateAction action : actions) {
      if (action.kind() != CorporateAction.Kind.SPLIT
          || transactions.stream().noneMatch(t -> isSameSplit(t, action))) {
        events.add(new Corporate(action));
      }
    }
    for (Transaction t : transactions) {
      events.add(new Own(t));
    }
    events.sort(Comparator.comparing(Event::date).thenComparingInt(Event::rank));
    return events;
  }

  private static boolean isSameSplit(Transaction t, CorporateAction action) {
    return t.type() == TransactionType.SPLIT
        && action.symbol().equals(t.symbol())
        && Math.abs(t.date().toEpochDay() - action.exDate().toEpochDay()) <= SAME_SPLIT_DAYS;
  }

  private static int rank(Event event) {
    if (event instanceof Own own) {
      return own.transaction().type() == TransactionType.SPLIT ? 1 : 2;
    }
    return 0;
  }
}
