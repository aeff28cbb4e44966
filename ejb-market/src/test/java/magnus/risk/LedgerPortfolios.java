package magnus.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.CorporateAction;
import magnus.market.MarketData;
import magnus.portfolio.DailyPerformance;
import magnus.portfolio.DailyValues;
import magnus.portfolio.Holdings;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Portfolio;
import magnus.portfolio.Portfolios;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.Transaction;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.returns.PerformanceReport;
import magnus.portfolio.valuation.DailyValuation;
import magnus.portfolio.valuation.PositionValuer;
import magnus.portfolio.valuation.UntoldSplits;

/** One portfolio of one owner in memory; the product's own ledger and valuation, no database. */
final class LedgerPortfolios extends Portfolios {

  static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000000a");

  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  private final MarketData market;
  private final Caller owner;
  private final List<Transaction> transactions;

  LedgerPortfolios(MarketData market, Caller owner, List<Transaction> transactions) {
    this.market = market;
    this.owner = owner;
    this.transactions = List.copyOf(transactions);
  }

  private Ledger ledger(Caller caller, UUID portfolio, Instant asOf) {
    get(caller, portfolio);
    LocalDate day = TradingCalendar.date(asOf);
    List<Transaction> known = transactions.stream().filter(t -> !t.date().isAfter(day)).toList();
    List<CorporateAction> actions = new ArrayList<>();
    for (String symbol : Ledger.symbols(known)) {
      actions.addAll(
          market.corporateActions(symbol, known.get(0).date(), TradingCalendar.date(asOf), asOf));
    }
    return Ledger.of(known, LotMethod.FIFO, actions);
  }

  @Override
  public Portfolio get(Caller caller, UUID portfolio) {
    if (!caller.equals(owner) || !portfolio.equals(ID)) {
      throw Refusal.unknown("portfolio", portfolio);
    }
    return new Portfolio(ID, "Test", "USD", LotMethod.FIFO, TaxTreatment.TAXABLE, Instant.EPOCH, 0);
  }

  @Override
  public Holdings holdings(Caller caller, UUID portfolio, Instant asOf) {
    return new PositionValuer(market, UntoldSplits.NONE)
        .value(ledger(caller, portfolio, asOf).last(), "USD", asOf, Map.of());
  }

  @Override
  public DailyPerformance dailyPerformance(
      Caller caller, UUID portfolio, LocalDate from, LocalDate to, Instant asOf) {
    return new PerformanceReport(
            market, UntoldSplits.NONE, CALENDAR, "USD", ledger(caller, portfolio, asOf), asOf)
        .dayByDay(from, to);
  }

  @Override
  public DailyValues dailyValues(
      Caller caller, UUID portfolio, LocalDate from, LocalDate to, Instant asOf) {
    return new DailyValuation(market, UntoldSplits.NONE, CALENDAR, "USD", asOf)
        .values(ledger(caller, portfolio, asOf), from, to);
  }
}
