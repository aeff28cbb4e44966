package magnus.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.BarSeries;
import magnus.market.Instrument;
import magnus.market.MarketData;
import magnus.persistence.portfolio.PortfolioRepository;
import magnus.persistence.portfolio.StoredPortfolio;
import magnus.portfolio.tax.AccountHistory;
import magnus.portfolio.tax.CallOffers;
import magnus.portfolio.tax.DeepPuts;
import magnus.portfolio.tax.Identity;
import magnus.portfolio.tax.PlanMaking;
import magnus.portfolio.tax.StandIns;
import magnus.portfolio.tax.TaxAccount;
import magnus.portfolio.tax.TaxLot;
import magnus.portfolio.tax.WashSaleReport;
import magnus.portfolio.tax.WashSales;
import magnus.portfolio.tax.plan.CallChoice;
import magnus.portfolio.tax.plan.PlanProblem;
import magnus.portfolio.tax.plan.ProgrammeSolver;
import magnus.portfolio.tax.plan.Stand;
import magnus.portfolio.tax.plan.TaxPlanner;
import magnus.portfolio.tax.plan.ojalgo.OjAlgoLinearSolver;

/**
 * US tax on what an owner holds in US dollars, over all of his accounts: a year's gains with wash
 * sales, and one plan after tax. A calculation, not tax advice.
 */
@Stateless
public class Taxes {

  private static final String DOLLARS = "USD";
  private static final int MOST_REASONS = 40;
  private static final long PLANNING_MILLIS = 20_000;
  private static final long OUTLINE_MILLIS = 3_000;
  private static final int LOOK_BACK_DAYS = 365;
  private static final int MOST_CANDIDATES = 60;

  /** For whom one is being worked out: it takes a processor for seconds. */
  private static final Set<UUID> PLANNING = ConcurrentHashMap.newKeySet();

  @Inject Histories histories;
  @Inject PortfolioRepository portfolios;
  @Inject MarketData market;

  private record Books(
      List<StoredPortfolio> portfolios,
      Map<UUID, BigDecimal> cash,
      WashSaleReport report,
      List<Missing> missing) {
    Set<UUID> taxable() {
      return portfolios.stream()
          .filter(p -> p.taxTreatment().equals(TaxTreatment.TAXABLE.name()))
          .map(StoredPortfolio::id)
          .collect(Collectors.toSet());
    }
  }

  /** What a year's sales come to, and what to keep clear of now. */
  public TaxYear year(Caller caller, int year, List<Set<String>> identical, Instant asOf) {
    Books books = books(caller, identity(identical), asOf);
    return new TaxYearReport(names(books), books.report(), identity(identical))
        .of(year, TradingCalendar.date(asOf), books.missing());
  }

  /**
   * The plan that is worth most.
   *
   * @throws Refusal 429 while another plan of the caller's is being worked out on this node;
   *     UNKNOWN for an account that is not the caller's; MALFORMED for one that is not taxable in
   *     US dollars, or for rates that cannot be
   */
  public AfterTaxPlan plan(Caller caller, TaxPlanWish wish, Instant asOf) {
    if (!PLANNING.add(caller.id())) {
      throw Refusal.tooMany(
          "plan-under-way",
          "A plan of yours is being worked out already.",
          PLANNING_MILLIS / 1_000);
    }
    try {
      return plan(caller, wish, asOf, MOST_REASONS, PLANNING_MILLIS);
    } finally {
      PLANNING.remove(caller.id());
    }
  }

  /** As {@link #plan}, in at most a few seconds, and without a word on what it leaves out. */
  public AfterTaxPlan outline(Caller caller, TaxPlanWish wish, Instant asOf) {
    return plan(caller, wish, asOf, 0, OUTLINE_MILLIS);
  }

  private AfterTaxPlan plan(
      Caller caller, TaxPlanWish wish, Instant asOf, int reasons, long millis) {
    LocalDate today = TradingCalendar.date(asOf);
    Books books = books(caller, identity(wish.identical()), asOf);
    Set<UUID> accounts = accounts(caller, books, wish.accounts());
    Set<String> symbols = new TreeSet<>(PlanMaking.symbols(books.report(), accounts));
    symbols.addAll(wish.targets().keySet());
    Map<String, Double> prices = prices(symbols, asOf);
    PlanMaking making = new PlanMaking(wish, accounts, books.report(), today, prices);
    double interest = market.riskFreeRate(asOf);
    double cash = 0;
    for (UUID account : accounts) {
      cash += books.cash().getOrDefault(account, BigDecimal.ZERO).doubleValue();
    }
    PlanProblem problem;
    try {
      problem =
          making.problem(
              Math.max(0, cash),
              interest,
              stands(prices.keySet(), today, asOf),
              wish.calls() ? calls(making, wish, interest, today, asOf) : List.of());
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(
          "rates",
          e.getMessage(),
          "rates between 0 and 1, the long-term one at most the short-term one");
    }
    TaxPlanner planner =
        new TaxPlanner(new ProgrammeSolver(new OjAlgoLinearSolver(), System::nanoTime), reasons);
    List<Missing> missing = new ArrayList<>(books.missing());
    missing.addAll(making.missing());
    return AfterTaxPlans.of(
        planner.plan(problem, millis), wish, interest, names(books), books.report(), missing, asOf);
  }

  private static Identity identity(List<Set<String>> groups) {
    try {
      return new Identity(groups, Identity.Options.SAME_CONTRACT);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("identical", groups, "groups of symbols, each symbol in one of them");
    }
  }

  private static Map<UUID, String> names(Books books) {
    return books.portfolios().stream()
        .collect(Collectors.toMap(StoredPortfolio::id, StoredPortfolio::name));
  }

  private static Set<UUID> accounts(Caller caller, Books books, Set<UUID> wished) {
    for (UUID id : wished) {
      if (books.portfolios().stream().noneMatch(p -> p.id().equals(id))) {
        throw Refusal.unknown("portfolio", id);
      }
      if (!books.taxable().contains(id)) {
        throw Refusal.malformed("accounts", id, "a portfolio that is taxable");
      }
    }
    return wished.isEmpty() ? books.taxable() : wished;
  }

  private Books books(Caller caller, Identity identity, Instant asOf) {
    List<StoredPortfolio> own = new ArrayList<>();
    Map<UUID, BigDecimal> cash = new HashMap<>();
    List<TaxAccount> accounts = new ArrayList<>();
    List<TaxLot> lots = new ArrayList<>();
    List<magnus.portfolio.tax.LotSale> sales = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    DeepPuts deep = new DeepPuts(market, asOf);
    LocalDate today = TradingCalendar.date(asOf);
    for (StoredPortfolio stored : portfolios.list(caller.id())) {
      if (!stored.currency().equals(DOLLARS)) {
        missing.add(
            new Missing("", stored.name() + " is in " + stored.currency() + " and is left out."));
        continue;
      }
      own.add(stored);
      TaxAccount account =
          new TaxAccount(stored.id(), stored.name(), TaxTreatment.valueOf(stored.taxTreatment()));
      accounts.add(account);
      Histories.History history = histories.history(stored, asOf);
      List<Transaction> known =
          histories.all(stored.id()).stream().filter(t -> !t.date().isAfter(today)).toList();
      AccountHistory of =
          AccountHistory.of(
              account, known, history.actions(), history.ledger().last(), DOLLARS, deep::isDeep);
      lots.addAll(of.lots());
      sales.addAll(of.sales());
      cash.put(stored.id(), history.ledger().last().cash(DOLLARS));
    }
    return new Books(own, cash, WashSales.of(accounts, lots, sales, identity), missing);
  }

  private Map<String, Double> prices(Set<String> symbols, Instant asOf) {
    Map<String, Double> prices = new HashMap<>();
    market
        .quotes(symbols, asOf)
        .forEach(
            (symbol, quote) ->
                quote.find().ifPresent(q -> prices.put(symbol, q.last().doubleValue())));
    return prices;
  }

  /** Stand-ins from the symbol's own sector, and from funds for a fund. */
  private List<Stand> stands(Set<String> symbols, LocalDate today, Instant asOf) {
    List<Instrument> all = market.searchInstruments("", Integer.MAX_VALUE, asOf);
    LocalDate from = today.minusDays(LOOK_BACK_DAYS);
    List<Stand> stands = new ArrayList<>();
    for (String symbol : symbols) {
      BarSeries own = market.bars(symbol, from, today, asOf).find().orElse(null);
      String sector =
          all.stream()
              .filter(i -> i.symbol().equals(symbol))
              .map(Instrument::sector)
              .findFirst()
              .orElse("");
      if (own == null || sector.isEmpty()) {
        continue;
      }
      List<String> others =
          all.stream()
              .filter(i -> i.sector().equals(sector) && !i.symbol().equals(symbol))
              .filter(i -> i.kind() != Instrument.Kind.INDEX)
              .map(Instrument::symbol)
              .limit(MOST_CANDIDATES)
              .toList();
      List<BarSeries> bars = new ArrayList<>();
      market
          .bars(others, from, today, asOf)
          .values()
          .forEach(found -> found.find().ifPresent(bars::add));
      stands.addAll(StandIns.of(own, bars));
    }
    return stands;
  }

  private List<CallChoice> calls(
      PlanMaking making, TaxPlanWish wish, double interest, LocalDate today, Instant asOf) {
    List<CallChoice> calls = new ArrayList<>();
    making
        .writable()
        .forEach(
            (symbol, contracts) ->
                market
                    .bars(symbol, today.minusDays(90), today, asOf)
                    .find()
                    .ifPresent(
                        bars ->
                            market
                                .optionChain(symbol, asOf)
                                .find()
                                .flatMap(
                                    chain ->
                                        CallOffers.best(
                                            chain,
                                            today,
                                            CallOffers.volatility(bars),
                                            interest,
                                            wish.shortTermRate(),
                                            contracts))
                                .ifPresent(calls::add)));
    return calls;
  }
}
