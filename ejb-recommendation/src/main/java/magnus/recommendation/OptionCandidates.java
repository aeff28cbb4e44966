package magnus.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.result.Result;
import magnus.market.MarketData;
import magnus.options.OpportunityKind;
import magnus.options.OptionDesk;
import magnus.options.RollSuggestion;
import magnus.options.ScanRequest;
import magnus.options.scan.Underlying;
import magnus.options.scan.UnderlyingReader;
import magnus.portfolio.Holding;
import magnus.portfolio.OptionContract;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.Portfolios;
import magnus.recommendation.income.IncomeAdvice;

/**
 * Offers calls on what is held, puts on what is held already and could be more, and rolls of sold
 * options that want attention ({@link IncomeAdvice}). Only in portfolios in dollars.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OptionCandidates {

  private static final int MOST_UNDERLYINGS = 25;

  @Inject private CandidateSources sources;
  @Inject private MarketData market;
  @EJB private Portfolios portfolios;
  @EJB private OptionDesk desk;

  @PostConstruct
  void register() {
    sources.register(
        new CandidateSource() {
          @Override
          public String name() {
            return "options";
          }

          @Override
          public Result<List<Candidate>> candidates(Situation situation) {
            return Result.success(OptionCandidates.this.candidates(situation));
          }
        });
  }

  private List<Candidate> candidates(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (PortfolioSummary summary : situation.portfolios()) {
      if (summary.value().signum() > 0 && summary.portfolio().currency().equals("USD")) {
        all.addAll(of(situation, summary));
      }
    }
    return all;
  }

  private List<Candidate> of(Situation situation, PortfolioSummary summary) {
    UUID id = summary.portfolio().id();
    Instant asOf = situation.asOf();
    List<Holding> holdings = portfolios.holdings(situation.caller(), id, asOf).items();
    IncomeAdvice advice =
        new IncomeAdvice(
            id,
            summary.portfolio().name(),
            summary.value().doubleValue(),
            situation.profile(),
            Math.log1p(market.riskFreeRate(asOf)),
            asOf);
    List<Candidate> offered = new ArrayList<>();
    Set<String> called = new HashSet<>();
    desk.coveredCalls(situation.caller(), id, ScanRequest.usual(), asOf)
        .items()
        .forEach(o -> advice.call(o).filter(c -> called.add(c.subject())).ifPresent(offered::add));
    offered.addAll(puts(advice, summary, holdings, asOf));
    offered.addAll(rolls(advice, situation, id));
    return offered;
  }

  private List<Candidate> puts(
      IncomeAdvice advice, PortfolioSummary summary, List<Holding> holdings, Instant asOf) {
    double cash = summary.cash().doubleValue();
    Map<String, Double> held = new HashMap<>();
    for (Holding h : holdings) {
      OptionContract option = h.option();
      if (option == null && h.quantity().signum() > 0 && h.value() != null) {
        held.merge(h.symbol(), h.value().doubleValue(), Double::sum);
      } else if (option != null && h.quantity().signum() < 0) {
        // Cash behind a put that is sold already is not free.
        cash +=
            option.right() == magnus.market.OptionChain.Right.PUT
                ? h.quantity().doubleValue() * option.multiplier() * option.strike().doubleValue()
                : 0;
      }
    }
    Set<String> largest =
        held.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_UNDERLYINGS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (largest.isEmpty() || cash <= 0) {
      return List.of();
    }
    double free = cash;
    Set<String> put = new HashSet<>();
    List<Candidate> offered = new ArrayList<>();
    desk.scan(
            ScanRequest.usual().onSymbols(largest, EnumSet.of(OpportunityKind.CASH_SECURED_PUT)),
            asOf,
            report -> {},
            () -> false)
        .items()
        .forEach(
            o ->
                advice
                    .put(o, free, held.getOrDefault(o.symbol(), 0.0))
                    .filter(c -> put.add(c.subject()))
                    .ifPresent(offered::add));
    // They compete for the same cash: the best of them is enough.
    return offered.stream()
        .max(Comparator.comparing(c -> c.benefit().amount()))
        .map(List::of)
        .orElse(List.of());
  }

  private List<Candidate> rolls(IncomeAdvice advice, Situation situation, UUID portfolio) {
    List<Candidate> offered = new ArrayList<>();
    for (RollSuggestion s : desk.rolls(situation.caller(), portfolio, situation.asOf()).items()) {
      market
          .findInstrument(s.symbol(), situation.asOf())
          .map(
              i -> new UnderlyingReader(market).read(List.of(i), Map.of(), situation.asOf()).get(0))
          .map(Underlying::realised)
          .flatMap((Double realised) -> advice.roll(s, realised))
          .ifPresent(offered::add);
    }
    return offered;
  }
}
