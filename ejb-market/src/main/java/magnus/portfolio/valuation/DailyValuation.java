package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import magnus.basics.money.Money;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.DateRange;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionCloses;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.Missing;
import magnus.portfolio.OptionContract;
import magnus.portfolio.ledger.ExternalFlow;
import magnus.portfolio.ledger.HeldQuantity;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.ledger.LedgerWalk;
import org.jspecify.annotations.Nullable;

/**
 * Walks a history session by session and values it at each close. What happened on days without a
 * session counts on the next one. Shares that cross the border count at that session's close.
 *
 * <p>A history that begins mid-way often pays for purchases out of an opening balance that it does
 * not tell. Whatever cash lies below zero is therefore taken as lent from outside as long as it
 * lasts, and said so: else a return would be measured on a value near zero.
 */
public final class DailyValuation {

  /** The name under which {@link DailyValues#missing()} speaks of cash below zero. */
  public static final String CASH = "cash";

  /** A last price that lies further back counts still, as in the holdings, but is told. */
  private static final int STALE_DAYS = 10;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final MarketData market;
  private final UntoldSplits untold;
  private final TradingCalendar calendar;
  private final String currency;
  private final Instant asOf;

  private final Map<String, BarSeries> bars = new HashMap<>();
  private final Map<ListedOption, OptionCloses> options = new HashMap<>();
  private final Map<String, Missing> missing = new LinkedHashMap<>();
  private final Map<String, Missing> carried = new LinkedHashMap<>();

  public DailyValuation(
      MarketData market,
      UntoldSplits untold,
      TradingCalendar calendar,
      String currency,
      Instant asOf) {
    this.market = market;
    this.untold = untold;
    this.calendar = calendar;
    this.currency = currency;
    this.asOf = asOf;
  }

  /**
   * Values at the sessions in the range whose close is known.
   *
   * @param ledger everything up to the as-of's day
   */
  public DailyValues values(Ledger ledger, LocalDate from, LocalDate to) {
    List<Session> sessions =
        calendar.sessions(from, to).stream().filter(s -> !s.close().isAfter(asOf)).toList();
    LedgerWalk walk = ledger.walk();
    walk.advanceTo(from.minusDays(1));
    List<ExternalFlow> earlier = walk.flowsAfter(0);
    Evening before = new Evening(walk.quantities(), walk.cash(currency), earlier, false);
    List<Evening> evenings = evenings(walk, sessions, before);
    loadBars(ledger, from, to);
    loadOptions(sessions, evenings);
    Contributions contributions = new Contributions();
    earlier.forEach(flow -> contributions.add(flow, flow.date()));
    contributions.fund(before.cash(), from);
    boolean begun = !before.held().isEmpty() || before.cash().signum() != 0;
    List<DailyValue> days = new ArrayList<>(sessions.size());
    for (int i = 0; i < sessions.size(); i++) {
      LocalDate day = sessions.get(i).date();
      Evening evening = evenings.get(i);
      contributions.nextDay();
      if (evening.moved()) {
        evening.crossed().forEach(flow -> contributions.add(flow, day));
        contributions.fund(evening.cash(), day);
        begun = true;
      }
      if (begun) {
        BigDecimal value = contributions.lent.add(value(evening, day));
        days.add(
            new DailyValue(
                day,
                PositionValuer.cents(value, currency),
                PositionValuer.cents(contributions.net.max(BigDecimal.ZERO), currency),
                PositionValuer.cents(contributions.net.negate().max(BigDecimal.ZERO), currency),
                PositionValuer.cents(contributions.invested, currency)));
      }
    }
    carried.keySet().removeAll(missing.keySet());
    return new DailyValues(
        currency, days, List.copyOf(missing.values()), List.copyOf(carried.values()));
  }

  /**
   * Where the history stands at a close.
   *
   * @param crossed what crossed the border since the close before
   * @param moved whether anything happened since then
   */
  private record Evening(
      List<HeldQuantity> held, BigDecimal cash, List<ExternalFlow> crossed, boolean moved) {

    /** The same a day later, when nothing happened. */
    Evening still() {
      return moved || !crossed.isEmpty() ? new Evening(held, cash, List.of(), false) : this;
    }
  }

  private List<Evening> evenings(LedgerWalk walk, List<Session> sessions, Evening before) {
    List<Evening> evenings = new ArrayList<>(sessions.size());
    Evening evening = before;
    int flowsSeen = before.crossed().size();
    for (Session session : sessions) {
      if (walk.advanceTo(session.date())) {
        List<ExternalFlow> crossed = walk.flowsAfter(flowsSeen);
        flowsSeen += crossed.size();
        evening = new Evening(walk.quantities(), walk.cash(currency), crossed, true);
      } else {
        evening = evening.still();
      }
      evenings.add(evening);
    }
    return evenings;
  }

  /** What has crossed the border, in all and today. */
  private final class Contributions {
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal invested = BigDecimal.ZERO;
    BigDecimal lent = BigDecimal.ZERO;

    void nextDay() {
      net = BigDecimal.ZERO;
    }

    void add(ExternalFlow flow, LocalDate day) {
      if (!flow.currency().equals(currency)) {
        return;
      }
      count(flow.cash());
      if (flow.symbol() != null) {
        BigDecimal units = flow.quantity();
        BigDecimal price = flow.option() == null ? close(flow.symbol(), day) : null;
        BigDecimal basis = flow.basis();
        if (price != null) {
          count(units.multiply(price));
        } else if (basis != null) {
          count(units.signum() < 0 ? basis.negate() : basis);
        } else {
          miss(
              flow.symbol(),
              "Units of it were transferred on "
                  + day
                  + " without a cost, and there is no price of that day: what was paid in and the"
                  + " returns leave this transfer out.");
        }
      }
    }

    void fund(BigDecimal cash, LocalDate day) {
      BigDecimal needed = cash.negate().max(BigDecimal.ZERO);
      count(needed.subtract(lent));
      lent = needed;
      if (needed.signum() > 0) {
        miss(
            CASH,
            "The history pays out more than it brings in, by "
                + new Money(needed, currency).inWords()
                + " on "
                + day
                + "; values and returns count what is below zero as money from outside.");
      }
    }

    private void count(BigDecimal amount) {
      invested = invested.add(amount);
      net = net.add(amount);
    }
  }

  private void miss(String symbol, String reason) {
    missing.putIfAbsent(symbol, new Missing(symbol, reason));
  }

  private BigDecimal value(Evening evening, LocalDate day) {
    BigDecimal sum = evening.cash();
    for (HeldQuantity held : evening.held()) {
      if (!held.currency().equals(currency)) {
        miss(held.symbol(), PositionValuer.noRate(held.currency(), currency));
        continue;
      }
      OptionContract option = held.option();
      BigDecimal price =
          !currency.equals(PositionValuer.PRICE_CURRENCY)
              ? null
              : option == null ? close(held.symbol(), day) : optionClose(option, day);
      if (price == null) {
        miss(held.symbol(), "There is no price for it on some days, such as " + day + ".");
      } else {
        sum = sum.add(held.units().multiply(price));
      }
    }
    return sum;
  }

  private @Nullable BigDecimal optionClose(OptionContract option, LocalDate day) {
    OptionCloses closes = options.get(untold.listed(option, day));
    int index = closes == null ? -1 : closes.indexOf(day);
    return closes == null || index < 0
        ? null
        : BigDecimal.valueOf(closes.prices()[index])
            .setScale(4, RoundingMode.HALF_EVEN)
            .multiply(untold.factor(option.underlying(), day));
  }

  private @Nullable BigDecimal close(String symbol, LocalDate day) {
    BarSeries series = bars.get(symbol);
    int index = series == null ? -1 : series.indexOnOrBefore(day);
    if (series == null || index < 0) {
      return null;
    }
    if (series.date(index).isBefore(day.minusDays(STALE_DAYS))) {
      carried.putIfAbsent(
          symbol,
          new Missing(
              symbol,
              "There is no price of it between "
                  + series.date(index)
                  + " and "
                  + day
                  + "; meanwhile it counts at its last."));
    }
    return BigDecimal.valueOf(series.close()[index])
        .setScale(6, RoundingMode.HALF_EVEN)
        .multiply(untold.factor(symbol, series.date(index)));
  }

  private void loadBars(Ledger ledger, LocalDate from, LocalDate to) {
    Set<String> symbols = new TreeSet<>(ledger.symbols());
    if (!symbols.isEmpty()) {
      market
          .bars(symbols, from.minusDays(STALE_DAYS), to, asOf)
          .forEach((symbol, result) -> result.find().ifPresent(series -> bars.put(symbol, series)));
      symbols.removeIf(s -> bars.containsKey(s) && bars.get(s).size() > 0);
    }
    if (!symbols.isEmpty()) {
      // Prices that ended before the range: the last of them stands.
      market
          .bars(symbols, EARLIEST, from, asOf)
          .forEach((symbol, result) -> result.find().ifPresent(series -> bars.put(symbol, series)));
    }
  }

  /** Asks once for all options, each for the days on which it was held. */
  private void loadOptions(List<Session> sessions, List<Evening> evenings) {
    Map<ListedOption, DateRange> held = new LinkedHashMap<>();
    if (!currency.equals(PositionValuer.PRICE_CURRENCY)) {
      return;
    }
    for (int i = 0; i < sessions.size(); i++) {
      LocalDate day = sessions.get(i).date();
      for (HeldQuantity quantity : evenings.get(i).held()) {
        OptionContract option = quantity.option();
        if (option != null && !option.expiry().isBefore(day)) {
          held.merge(untold.listed(option, day), new DateRange(day, day), DateRange::and);
        }
      }
    }
    if (!held.isEmpty()) {
      market
          .optionCloses(held, asOf)
          .forEach((option, result) -> result.find().ifPresent(c -> options.put(option, c)));
    }
  }
}
