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
import magnus.basics.result.Result;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.Missing;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Position;
import magnus.portfolio.ledger.ExternalFlow;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.ledger.LedgerState;
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

  /** How far back a last price may lie. */
  private static final int STALE_DAYS = 10;

  private final MarketData market;
  private final TradingCalendar calendar;
  private final String currency;
  private final Instant asOf;

  private final Map<String, BarSeries> bars = new HashMap<>();
  private final Map<String, Missing> missing = new LinkedHashMap<>();

  public DailyValuation(
      MarketData market, TradingCalendar calendar, String currency, Instant asOf) {
    this.market = market;
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
    loadBars(ledger, from, to);
    LedgerWalk walk = ledger.walk();
    walk.advanceTo(from.minusDays(1));
    LedgerState state = walk.state();
    Contributions contributions = new Contributions();
    for (ExternalFlow flow : state.flows()) {
      contributions.add(flow, flow.date());
    }
    contributions.fund(state.cash(currency), from);
    int flowsSeen = state.flows().size();
    boolean begun = !state.lots().isEmpty() || state.cash(currency).signum() != 0;
    List<DailyValue> days = new ArrayList<>(sessions.size());
    for (Session session : sessions) {
      contributions.nextDay();
      if (walk.advanceTo(session.date())) {
        state = walk.state();
        for (ExternalFlow flow : state.flows().subList(flowsSeen, state.flows().size())) {
          contributions.add(flow, session.date());
        }
        flowsSeen = state.flows().size();
        contributions.fund(state.cash(currency), session.date());
        begun = true;
      }
      if (begun) {
        BigDecimal value = contributions.lent.add(value(state, session));
        days.add(
            new DailyValue(
                session.date(),
                PositionValuer.cents(value, currency),
                PositionValuer.cents(contributions.net.max(BigDecimal.ZERO), currency),
                PositionValuer.cents(contributions.net.negate().max(BigDecimal.ZERO), currency),
                PositionValuer.cents(contributions.invested, currency)));
      }
    }
    return new DailyValues(currency, days, List.copyOf(missing.values()));
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
          miss(flow.symbol(), "There is no price for its transfer on " + day + ".");
        }
      }
    }

    void fund(BigDecimal cash, LocalDate day) {
      BigDecimal needed = cash.negate().max(BigDecimal.ZERO);
      count(needed.subtract(lent));
      lent = needed;
      if (needed.signum() > 0) {
        miss(
            "cash",
            "The history pays out more than it brings in, by "
                + new Money(PositionValuer.cents(needed, currency), currency)
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

  private BigDecimal value(LedgerState state, Session session) {
    BigDecimal sum = state.cash(currency);
    Map<String, Result<OptionChain>> chains = new HashMap<>();
    for (Position p : state.positions()) {
      if (p.quantity().signum() == 0) {
        continue;
      }
      if (!p.currency().equals(currency)) {
        miss(p.symbol(), PositionValuer.noRate(p.currency(), currency));
        continue;
      }
      OptionContract option = p.option();
      BigDecimal price =
          !p.currency().equals(PositionValuer.PRICE_CURRENCY)
              ? null
              : option == null
                  ? close(p.symbol(), session.date())
                  : optionPrice(option, session, chains);
      if (price == null) {
        miss(p.symbol(), "There is no price for it on some days, such as " + session.date() + ".");
      } else {
        sum = sum.add(p.quantity().multiply(BigDecimal.valueOf(p.multiplier())).multiply(price));
      }
    }
    return sum;
  }

  private @Nullable BigDecimal optionPrice(
      OptionContract option, Session session, Map<String, Result<OptionChain>> chains) {
    if (option.expiry().isBefore(session.date())) {
      return null;
    }
    return chains
        .computeIfAbsent(option.underlying(), u -> market.optionChain(u, session.close()))
        .find()
        .flatMap(chain -> OptionPrice.in(chain, option))
        .orElse(null);
  }

  private @Nullable BigDecimal close(String symbol, LocalDate day) {
    BarSeries series = bars.get(symbol);
    int index = series == null ? -1 : series.indexOnOrBefore(day);
    if (series == null || index < 0 || series.date(index).isBefore(day.minusDays(STALE_DAYS))) {
      return null;
    }
    return BigDecimal.valueOf(series.close()[index]).setScale(6, RoundingMode.HALF_EVEN);
  }

  private void loadBars(Ledger ledger, LocalDate from, LocalDate to) {
    Set<String> symbols = new TreeSet<>(ledger.symbols());
    if (!symbols.isEmpty()) {
      market
          .bars(symbols, from.minusDays(STALE_DAYS), to, asOf)
          .forEach((symbol, result) -> result.find().ifPresent(series -> bars.put(symbol, series)));
    }
  }
}
