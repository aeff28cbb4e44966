package magnus.recommendation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredProfile;

/** What users say of themselves. Each sees and changes his own alone. */
@Stateless
public class RecommendationProfiles {

  private static final int MOST_YEARS = 50;
  private static final double MOST_TAX = 0.6;

  @Inject private RecommendationRepository stored;
  @Inject private WallClock wall;

  /** What the caller said, or what is assumed until he does. */
  public Profile of(Caller caller) {
    List<String> muted = muted(caller);
    return found(caller)
        .map(
            p ->
                new Profile(
                    true,
                    RiskTolerance.valueOf(p.riskTolerance()),
                    p.horizonYears(),
                    p.taxed(),
                    p.shortRate(),
                    p.longRate(),
                    muted))
        .orElseGet(() -> Profile.assumed(muted));
  }

  Optional<StoredProfile> found(Caller caller) {
    return stored.profile(caller.id());
  }

  private List<String> muted(Caller caller) {
    return stored.answers(caller.id()).stream()
        .filter(a -> a.verdict().equals(Verdict.NOT_THIS_KIND.name()))
        .map(StoredAnswer::kind)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Keeps what the caller says now; his present list ends. Kinds that he no longer names as muted
   * may be shown again.
   *
   * @param wish {@code asked} does not count; kinds can be unmuted here, not muted
   * @throws Refusal MALFORMED for a horizon or a rate out of range, or a kind that is not muted
   */
  public Profile put(Caller caller, Profile wish) {
    check("horizonYears", wish.horizonYears(), 1, MOST_YEARS);
    check("shortRate", wish.shortRate(), 0, MOST_TAX);
    check("longRate", wish.longRate(), 0, MOST_TAX);
    List<String> muted = muted(caller);
    for (String kind : wish.mutedKinds()) {
      if (!muted.contains(kind)) {
        throw Refusal.malformed("mutedKinds", kind, "kinds to which you said \"not this kind\"");
      }
    }
    for (String kind : muted) {
      if (!wish.mutedKinds().contains(kind)) {
        stored.forgetKind(caller.id(), kind, Verdict.NOT_THIS_KIND.name());
      }
    }
    stored.put(
        new StoredProfile(
            caller.id(),
            wish.riskTolerance().name(),
            wish.horizonYears(),
            wish.taxed(),
            wish.shortRate(),
            wish.longRate(),
            wall.instant().truncatedTo(ChronoUnit.MICROS)));
    stored.close(caller.id());
    return of(caller);
  }

  private static void check(String field, double given, double least, double most) {
    if (!(given >= least && given <= most)) {
      throw Refusal.malformed(field, given, "a number from " + least + " to " + most);
    }
  }
}
