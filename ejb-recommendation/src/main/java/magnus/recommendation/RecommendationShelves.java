package magnus.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.portfolio.Missing;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.Portfolios;
import magnus.prefetch.PageNeeds;

/**
 * What all sources offer, by user, from a shelf of its own that all nodes share. The user's id is
 * the key, so that nothing of one is ever found by another.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecommendationShelves {

  private static final System.Logger LOG = System.getLogger(RecommendationShelves.class.getName());
  private static final String DOLLARS = "USD";

  @Inject private Shelves shelves;
  @Inject private CandidateSources sources;
  @EJB private RecommendationProfiles profiles;
  @EJB private Portfolios portfolios;

  private Shelf<UUID, CandidateSet> candidates;

  @PostConstruct
  void open() {
    candidates =
        shelves.open(
            ShelfPlan.of(
                    "recommendations",
                    DataType.ANALYTICS,
                    UUID::toString,
                    UUID::fromString,
                    Codec.json(CandidateSet.class),
                    (UUID owner, Instant asOf) -> Result.success(gather(owner, asOf)),
                    RecommendationShelves::madeOf)
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withRoom(5_000, 64L << 20));
  }

  private CandidateSet gather(UUID owner, Instant asOf) {
    Caller caller = new Caller(owner, "recommendations", Set.of(Role.USER));
    List<PortfolioSummary> his = portfolios.list(caller, asOf);
    Situation situation = new Situation(caller, profiles.of(caller), asOf, his);
    List<Candidate> all = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (CandidateSource source : sources.all()) {
      Result<List<Candidate>> offered = offered(source, situation);
      offered.find().ifPresent(all::addAll);
      offered.findFailure().ifPresent(f -> missing.add(new Missing(source.name(), f.detail())));
    }
    double wealth = 0;
    for (PortfolioSummary one : his) {
      if (one.portfolio().currency().equals(DOLLARS)) {
        wealth += one.value().doubleValue();
      } else {
        missing.add(
            new Missing(
                one.portfolio().name(),
                "In " + one.portfolio().currency() + ": not counted as wealth, which is in USD."));
      }
    }
    return new CandidateSet(
        asOf,
        Math.max(1, wealth),
        his.stream().map(p -> p.portfolio().id()).toList(),
        all,
        missing);
  }

  private static Result<List<Candidate>> offered(CandidateSource source, Situation situation) {
    try {
      return source.candidates(situation);
    } catch (Refusal e) {
      return Result.failure(FailureReason.UNAVAILABLE, e.detail());
    } catch (RuntimeException e) {
      // The other sources' advice is worth showing without it.
      LOG.log(System.Logger.Level.WARNING, "no advice comes from " + source.name(), e);
      return Result.failure(
          FailureReason.UNAVAILABLE, "It could not be worked out; the server's log says why.");
    }
  }

  private static Set<Ingredient> madeOf(UUID owner, CandidateSet set) {
    Set<Ingredient> madeOf = new HashSet<>();
    madeOf.add(Ingredient.portfolio("of:" + owner));
    set.portfolios().forEach(p -> madeOf.add(Ingredient.portfolio(p)));
    for (Candidate candidate : set.candidates()) {
      candidate.legs().forEach(leg -> madeOf.add(Ingredient.symbol(leg.symbol())));
    }
    return madeOf;
  }

  /** What all sources offer to the caller. */
  public Result<Served<CandidateSet>> candidates(Caller caller) {
    return candidates.get(caller.id());
  }

  /** Where a user's candidates lie. */
  public PageNeeds.Wanted candidatesOf(UUID owner) {
    return new PageNeeds.Wanted(candidates.name(), owner.toString());
  }

  /** Has the caller's candidates made anew. */
  public void forget(Caller caller) {
    candidates.drop(caller.id(), "The profile was changed.");
  }
}
