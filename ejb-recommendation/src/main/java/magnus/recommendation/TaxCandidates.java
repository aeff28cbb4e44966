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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.MarketData;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.TaxPlanWish;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.TaxYear;
import magnus.portfolio.Taxes;
import magnus.recommendation.tax.TaxAdvice;

/** Offers losses to take and warns of wash sales ({@link TaxAdvice}), where gains are taxed. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TaxCandidates {

  private static final int MOST_YEARS = 30;
  private static final int WASH_DAYS = 30;

  @Inject private CandidateSources sources;
  @Inject private MarketData market;
  @EJB private Taxes taxes;

  @PostConstruct
  void register() {
    sources.register(
        new CandidateSource() {
          @Override
          public String name() {
            return "taxes";
          }

          @Override
          public Result<List<Candidate>> candidates(Situation situation) {
            return Result.success(TaxCandidates.this.candidates(situation));
          }
        });
  }

  private List<Candidate> candidates(Situation situation) {
    Profile profile = situation.profile();
    Set<UUID> taxed = new HashSet<>();
    Map<String, UUID> byName = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (PortfolioSummary summary : situation.portfolios()) {
      String name = summary.portfolio().name();
      if (byName.put(name, summary.portfolio().id()) != null) {
        twice.add(name);
      }
      if (summary.portfolio().taxTreatment() == TaxTreatment.TAXABLE
          && summary.portfolio().currency().equals("USD")
          && summary.value().signum() > 0) {
        taxed.add(summary.portfolio().id());
      }
    }
    if (!profile.taxed() || taxed.isEmpty() || profile.longRate() > profile.shortRate()) {
      return List.of();
    }
    byName.keySet().removeAll(twice);
    Instant asOf = situation.asOf();
    TaxAdvice advice = new TaxAdvice(profile, market.riskFreeRate(asOf), asOf, byName);
    List<Candidate> offered = new ArrayList<>();
    advice
        .harvest(taxes.outline(situation.caller(), wish(profile, taxed), asOf))
        .ifPresent(offered::add);
    LocalDate today = TradingCalendar.date(asOf);
    TaxYear year = taxes.year(situation.caller(), today.getYear(), List.of(), asOf);
    List<TaxYear.Sale> sales = new ArrayList<>(year.sales());
    if (today.getDayOfYear() <= WASH_DAYS) {
      // A loss of December is washed by a purchase of January.
      sales.addAll(taxes.year(situation.caller(), today.getYear() - 1, List.of(), asOf).sales());
    }
    offered.addAll(advice.washes(year.windows(), sales));
    return offered;
  }

  private static TaxPlanWish wish(Profile profile, Set<UUID> accounts) {
    TaxPlanWish middle = TaxPlanWish.keeping();
    return new TaxPlanWish(
        accounts,
        profile.shortRate(),
        profile.longRate(),
        profile.shortRate(),
        Math.min(MOST_YEARS, profile.horizonYears()),
        0,
        0,
        Map.of(),
        middle.band(),
        0,
        middle.tradingCosts(),
        middle.deviationCosts(),
        Set.of(),
        List.of(),
        false);
  }
}
