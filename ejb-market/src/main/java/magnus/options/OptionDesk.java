package magnus.options;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.DateRange;
import magnus.market.Instrument;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Right;
import magnus.options.scan.OptionScan;
import magnus.options.scan.RollAdvisor;
import magnus.options.scan.ShortOption;
import magnus.options.scan.Underlying;
import magnus.options.scan.UnderlyingReader;
import magnus.portfolio.Holding;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Portfolios;

/** Answers questions on options at one as-of. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OptionDesk {

  private static final int SHARES = 100;

  @Inject private MarketData market;
  @EJB private Portfolios portfolios;
  @Resource private ManagedExecutorService threads;

  /**
   * What the options of one underlying say.
   *
   * @throws Refusal UNKNOWN where there is no such symbol or it has no options
   */
  public OptionAnalysis analyze(String symbol, Instant asOf) {
    Instrument instrument =
        market.findInstrument(symbol, asOf).orElseThrow(() -> Refusal.unknown("symbol", symbol));
    Result<OptionChain> chain = market.optionChain(symbol, asOf);
    if (chain instanceof Result.Failure<OptionChain> failed) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "no-option-chain", failed.detail());
    }
    Underlying underlying =
        new UnderlyingReader(market).read(List.of(instrument), Map.of(), asOf).get(0);
    return new ChainAnalysis(market).of(underlying, ((Result.Success<OptionChain>) chain).value());
  }

  /**
   * The best sales of a universe; each batch tells the best so far.
   *
   * @param partial called on this thread
   */
  public ScanReport scan(
      ScanRequest request, Instant asOf, Consumer<ScanReport> partial, BooleanSupplier cancelled) {
    return scan(request, Map.of(), asOf, partial, cancelled);
  }

  private ScanReport scan(
      ScanRequest request,
      Map<String, Double> held,
      Instant asOf,
      Consumer<ScanReport> partial,
      BooleanSupplier cancelled) {
    List<Instrument> instruments = instruments(request, asOf);
    return new OptionScan(
            threads,
            Runtime.getRuntime().availableProcessors() - 1,
            market.optionChains(
                instruments.stream().map(Instrument::symbol).toList(),
                expiries(request, asOf),
                asOf))
        .run(
            request,
            instruments,
            new UnderlyingReader(market).reading(held, asOf),
            partial,
            cancelled);
  }

  private static DateRange expiries(ScanRequest request, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    return new DateRange(
        today.plusDays(Math.min(request.leastDays(), request.mostDays())),
        today.plusDays(request.mostDays()));
  }

  private List<Instrument> instruments(ScanRequest request, Instant asOf) {
    if (!request.symbols().isEmpty()) {
      return request.symbols().stream()
          .sorted()
          .map(symbol -> market.findInstrument(symbol, asOf))
          .flatMap(Optional::stream)
          .toList();
    }
    return market.searchInstruments("", Integer.MAX_VALUE, asOf).stream()
        .filter(i -> i.kind() != Instrument.Kind.INDEX)
        .filter(i -> request.sectors().isEmpty() || request.sectors().contains(i.sector()))
        .toList();
  }

  /**
   * Calls on shares that a portfolio holds, a hundred or more that no sold call covers yet.
   *
   * @throws Refusal UNKNOWN for a portfolio that is not the caller's
   */
  public ScanReport coveredCalls(Caller caller, UUID portfolio, ScanRequest request, Instant asOf) {
    Map<String, Double> free = new HashMap<>();
    for (Holding h : portfolios.holdings(caller, portfolio, asOf).items()) {
      OptionContract option = h.option();
      double quantity = h.quantity().doubleValue();
      if (option == null) {
        free.merge(h.symbol(), quantity, Double::sum);
      } else if (option.right() == Right.CALL && quantity < 0) {
        free.merge(option.underlying(), quantity * option.multiplier(), Double::sum);
      }
    }
    free.values().removeIf(shares -> shares < SHARES);
    if (!request.symbols().isEmpty()) {
      free.keySet().retainAll(request.symbols());
    }
    if (free.isEmpty()) {
      return new ScanReport(List.of(), 0, 0, 0, 0, List.of());
    }
    return scan(
        request.onSymbols(Set.copyOf(free.keySet()), EnumSet.of(OpportunityKind.COVERED_CALL)),
        free,
        asOf,
        report -> {},
        () -> false);
  }

  /**
   * What could be done with the options that a portfolio has sold.
   *
   * @throws Refusal UNKNOWN for a portfolio that is not the caller's
   */
  public RollReport rolls(Caller caller, UUID portfolio, Instant asOf) {
    List<RollSuggestion> items = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Holding h : portfolios.holdings(caller, portfolio, asOf).items()) {
      OptionContract option = h.option();
      if (option == null || h.quantity().signum() >= 0) {
        continue;
      }
      Optional<RollSuggestion> advice = advise(option, h, asOf);
      advice.ifPresentOrElse(items::add, () -> missing.add(h.symbol()));
    }
    items.sort(
        Comparator.comparing(RollSuggestion::urgent)
            .reversed()
            .thenComparing(RollSuggestion::days)
            .thenComparing(RollSuggestion::symbol));
    return new RollReport(asOf, items, missing);
  }

  private Optional<RollSuggestion> advise(OptionContract option, Holding held, Instant asOf) {
    Optional<Instrument> instrument = market.findInstrument(option.underlying(), asOf);
    Optional<OptionChain> chain = market.optionChain(option.underlying(), asOf).find();
    if (instrument.isEmpty() || chain.isEmpty()) {
      return Optional.empty();
    }
    Underlying underlying =
        new UnderlyingReader(market).read(List.of(instrument.get()), Map.of(), asOf).get(0);
    return RollAdvisor.advise(
        new ShortOption(
            option.underlying(),
            option.expiry(),
            option.strike().doubleValue(),
            option.right(),
            -held.quantity().doubleValue(),
            Optional.ofNullable(held.averageCost())
                .map(c -> Math.abs(c.doubleValue()))
                .orElse(0.0)),
        chain.get(),
        underlying);
  }
}
