package magnus.benchmarks.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.market.CorporateAction;
import magnus.market.MarketData;
import magnus.portfolio.DailyPerformance;
import magnus.portfolio.Holdings;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Portfolio;
import magnus.portfolio.Portfolios;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.Transaction;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.returns.PerformanceReport;
import magnus.portfolio.valuation.PositionValuer;
import magnus.portfolio.valuation.UntoldSplits;
import org.jspecify.annotations.Nullable;

/** One portfolio whose transactions are in memory; all else is the product's own. */
final class MemoryPortfolio extends Portfolios {

  static final UUID ID = new UUID(0, 1);
  static final Caller OWNER = new Caller(new UUID(0, 2), "benchmark", Set.of(Role.USER));

  private final MarketData market;
  private final List<Transaction> transactions;

  MemoryPortfolio(MarketData market, List<Transaction> transactions) {
    this.market = market;
    this.transactions = List.copyOf(transactions);
  }

  Ledger ledger(Instant asOf) {
    LocalDate day = TradingCalendar.date(asOf);
    LocalDate begin =
        transactions.stream().map(Transaction::date).min(LocalDate::compareTo).orElse(day);
    List<CorporateAction> actions = new ArrayList<>();
    for (String symbol : Ledger.symbols(transactions)) {
      actions.addAll(market.corporateActions(symbol, begin, day, asOf));
    }
    return Ledger.of(transactions, LotMethod.FIFO, actions);
  }

  @Override
  public Portfolio get(Caller caller, UUID portfolio) {
    return new Portfolio(
        ID, "Benchmark", "USD", LotMethod.FIFO, TaxTreatment.TAXABLE, Instant.EPOCH, 0);
  }

  @Override
  public Holdings holdings(Caller caller, UUID portfolio, Instant asOf) {
    return new PositionValuer(market, UntoldSplits.NONE)
        .value(ledger(asOf).last(), "USD", asOf, Map.of());
  }

  @Override
  public DailyPerformance dailyPerformance(
      Caller caller,
      UUID portfolio,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant asOf) {
    return new PerformanceReport(
            market, UntoldSplits.NONE, TradingCalendar.newYork(), "USD", ledger(asOf), asOf)
        .dayByDay(from, to);
  }
}
