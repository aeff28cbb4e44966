package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Goes through a history day by day. Not for several threads. */
public final class LedgerWalk {

  private final List<Event> events;
  private final Fold fold;
  private int next;

  LedgerWalk(List<Event> events, Fold fold) {
    this.events = events;
    this.fold = fold;
  }

  /**
   * Applies everything up to the end of that day.
   *
   * @return whether anything happened
   */
  public boolean advanceTo(LocalDate day) {
    int from = next;
    while (next < events.size() && !events.get(next).date().isAfter(day)) {
      LocalDate date = events.get(next).date();
      int end = next;
      while (end < events.size() && events.get(end).date().equals(date)) {
        end++;
      }
      fold.applyDay(events.subList(next, end));
      next = end;
    }
    return next > from;
  }

  /** What is held now; cheap, for walks that value every day. */
  public List<HeldQuantity> quantities() {
    return fold.quantities();
  }

  public BigDecimal cash(String currency) {
    return fold.cash(currency);
  }

  /** What crossed the border so far, without the first {@code seen}. */
  public List<ExternalFlow> flowsAfter(int seen) {
    return fold.flowsFrom(seen);
  }

  /** Everything; copies all lots and gains. */
  public LedgerState state() {
    return fold.state();
  }
}
