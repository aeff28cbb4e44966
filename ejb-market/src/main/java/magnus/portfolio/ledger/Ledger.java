package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import magnus.market.CorporateAction;
import magnus.portfolio.LotMethod;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The history of one portfolio, ready to be folded up to any day. Immutable; each walk has its own
 * state.
 *
 * <p>A history that begins mid-way closes what it never opened. The ledger then works out the least
 * that must have been held before and begins with it, at unknown cost; an older export that brings
 * the purchases makes it vanish.
 */
public final class Ledger {

  /**
   * Rounds in which openings may grow: one is enough unless splits are told only by the shares that
   * they added.
   */
  private static final int MOST_ROUNDS = 6;

  private final List<Event> events;
  private final Deliveries deliveries;
  private final LotMethod method;
  private final List<Opening> openings;

  /** Worked out when first asked for; the same whoever does it. */
  private volatile @Nullable LedgerState last;

  private Ledger(
      List<Event> events, Deliveries deliveries, LotMethod method, List<Opening> openings) {
    this.events = events;
    this.deliveries = deliveries;
    this.method = method;
    this.openings = List.copyOf(openings);
  }

  /**
   * A ledger that begins with whatever the history needs.
   *
   * @param transactions in the order in which they happened within each day
   * @param actions of the market, already limited to what is known
   */
  public static Ledger of(
      List<Transaction> transactions, LotMethod method, List<CorporateAction> actions) {
    Ledger ledger = beginningWith(transactions, method, actions, List.of());
    Map<LotKey, Opening> needed = new LinkedHashMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Shortage> shortages = ledger.last().shortages();
      if (shortages.isEmpty()) {
        break;
      }
      for (Shortage s : shortages) {
        Opening opening = new Opening(s.key(), optionOf(s), s.missingAtStart());
        needed.merge(s.key(), opening, Ledger::sum);
      }
      ledger =
          new Ledger(ledger.events, ledger.deliveries, method, new ArrayList<>(needed.values()));
    }
    return ledger;
  }

  /** A ledger that begins with just those openings; its state tells what is then short. */
  public static Ledger beginningWith(
      List<Transaction> transactions,
      LotMethod method,
      List<CorporateAction> actions,
      List<Opening> openings) {
    return new Ledger(
        Event.merge(transactions, actions), Deliveries.match(transactions), method, openings);
  }

  private static Opening sum(Opening a, Opening b) {
    return new Opening(a.key(), a.option(), a.quantity().add(b.quantity()));
  }

  private static @Nullable OptionContract optionOf(Shortage s) {
    OptionContract option = s.transaction().option();
    return option != null && option.symbol().equals(s.key().symbol()) ? option : null;
  }

  /** What the history needs to have been held before it begins. */
  public List<Opening> openings() {
    return openings;
  }

  /** How much of a key must have been held before. */
  public BigDecimal opening(LotKey key) {
    return openings.stream()
        .filter(o -> o.key().equals(key))
        .map(Opening::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Stocks and funds that the history touches, and the underlyings of its options. */
  public Set<String> symbols() {
    Set<String> symbols = new TreeSet<>();
    for (Event event : events) {
      if (event instanceof Event.Own own) {
        symbols.addAll(symbols(List.of(own.transaction())));
      }
    }
    return symbols;
  }

  /** Stocks and funds that the transactions touch, and the underlyings of their options. */
  public static Set<String> symbols(List<Transaction> transactions) {
    Set<String> symbols = new TreeSet<>();
    for (Transaction t : transactions) {
      OptionContract option = t.option();
      String symbol = option == null ? t.symbol() : option.underlying();
      if (symbol != null) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }

  /** The day of the first transaction; empty where there is none. */
  public Optional<LocalDate> begin() {
    return events.stream().filter(Event.Own.class::isInstance).map(Event::date).findFirst();
  }

  /** The state after everything. */
  public LedgerState last() {
    LedgerState known = last;
    if (known == null) {
      known = asOf(LocalDate.MAX);
      last = known;
    }
    return known;
  }

  /** The state at the end of that day. */
  public LedgerState asOf(LocalDate day) {
    LedgerWalk walk = walk();
    walk.advanceTo(day);
    return walk.state();
  }

  /** A walk from before the first day. */
  public LedgerWalk walk() {
    LocalDate begin = begin().orElse(LocalDate.EPOCH);
    return new LedgerWalk(events, new Fold(method, deliveries, openings, begin));
  }
}
