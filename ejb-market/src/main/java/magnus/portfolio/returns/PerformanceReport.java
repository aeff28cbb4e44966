package magnus.portfolio.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.MarketData;
import magnus.portfolio.DailyPerformance;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.Missing;
import magnus.portfolio.Performance;
import magnus.portfolio.ledger.Income;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.valuation.DailyValuation;
import magnus.portfolio.valuation.UntoldSplits;
import org.jspecify.annotations.Nullable;

/** Returns of one history between two dates. */
public final class PerformanceReport {

  private final MarketData market;
  private final UntoldSplits untold;
  private final TradingCalendar calendar;
  private final String currency;
  private final Ledger ledger;
  private final Instant asOf;

  /**
   * @param ledger everything up to the as-of's day
   */
  public PerformanceReport(
      MarketData market,
      UntoldSplits untold,
      TradingCalendar calendar,
      String currency,
      Ledger ledger,
      Instant asOf) {
    this.market = market;
    this.untold = untold;
    this.calendar = calendar;
    this.currency = currency;
    this.ledger = ledger;
    this.asOf = asOf;
  }

  /** From the close before {@code from} to the close of {@code to}; null for all that there is. */
  public Performance between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return dayByDay(from, to).performance();
  }

  /** The same with the values that it is made of, from the close before {@code from} on. */
  public DailyPerformance dayByDay(@Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate last = calendar.lastClosed(asOf).date();
    LocalDate begin = ledger.begin().orElse(last);
    LocalDate first = from == null || from.isBefore(begin) ? begin : from;
    LocalDate end = to == null || to.isAfter(last) ? last : to;
    LocalDate base = calendar.previousSession(first).date();
    DailyValues values =
        new DailyValuation(market, untold, calendar, currency, asOf).values(ledger, base, end);
    List<DailyValue> days = values.days();
    BigDecimal start = BigDecimal.ZERO;
    if (!days.isEmpty() && !days.get(0).date().isAfter(base)) {
      start = days.get(0).value();
      days = days.subList(1, days.size());
    }
    return new DailyPerformance(report(first, end, base, start, days, values), values);
  }

  private Performance report(
      LocalDate first,
      LocalDate end,
      LocalDate base,
      BigDecimal start,
      List<DailyValue> days,
      DailyValues values) {
    if (days.isEmpty()) {
      Result<Double> none =
          Result.failure(
              FailureReason.NOT_ENOUGH_DATA,
              "There is no session from " + first + " to " + end + " on which anything was held.");
      return new Performance(
          first,
          end,
          currency,
          none,
          none,
          none,
          start,
          start,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          income(first, end),
          values.notices());
    }
    Optional<Missing> unpriced =
        values.missing().stream().filter(m -> !m.symbol().equals(DailyValuation.CASH)).findFirst();
    Result<Double> total =
        unpriced
            .map(PerformanceReport::incomplete)
            .orElseGet(() -> TimeWeightedReturn.of(start.doubleValue(), days));
    BigDecimal endValue = days.get(days.size() - 1).value();
    return new Performance(
        first,
        end,
        currency,
        total,
        TimeWeightedReturn.annual(total, base, end),
        unpriced
            .map(PerformanceReport::incomplete)
            .orElseGet(() -> MoneyWeightedReturn.of(flows(base, start, days))),
        start,
        endValue,
        days.stream().map(DailyValue::paidIn).reduce(BigDecimal.ZERO, BigDecimal::add),
        days.stream().map(DailyValue::takenOut).reduce(BigDecimal.ZERO, BigDecimal::add),
        income(first, end),
        values.notices());
  }

  /** What was paid for and has no price would count as lost. */
  private static Result<Double> incomplete(Missing missing) {
    return Result.failure(
        FailureReason.NOT_ENOUGH_DATA,
        "The values lack " + missing.symbol() + ": " + missing.reason());
  }

  /** What was there at first counts as paid in, what is there at last as taken out. */
  private static List<MoneyWeightedReturn.Flow> flows(
      LocalDate base, BigDecimal start, List<DailyValue> days) {
    List<MoneyWeightedReturn.Flow> flows = new ArrayList<>();
    if (start.signum() != 0) {
      flows.add(new MoneyWeightedReturn.Flow(base, -start.doubleValue()));
    }
    for (DailyValue day : days) {
      double net = day.takenOut().subtract(day.paidIn()).doubleValue();
      if (net != 0) {
        flows.add(new MoneyWeightedReturn.Flow(day.date(), net));
      }
    }
    DailyValue last = days.get(days.size() - 1);
    flows.add(new MoneyWeightedReturn.Flow(last.date(), last.value().doubleValue()));
    return flows;
  }

  private BigDecimal income(LocalDate from, LocalDate to) {
    return ledger.last().income().stream()
        .filter(i -> !i.expense() && i.currency().equals(currency))
        .filter(i -> !i.date().isBefore(from) && !i.date().isAfter(to))
        .map(Income::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
