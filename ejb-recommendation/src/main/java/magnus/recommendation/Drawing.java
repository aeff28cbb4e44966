package magnus.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import magnus.persistence.recommendation.StoredCard;
import magnus.persistence.recommendation.StoredList;
import magnus.recommendation.feedback.Identity;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Kernel;
import magnus.recommendation.ranking.ListPolicy;
import magnus.recommendation.ranking.Opinion;
import magnus.recommendation.ranking.Ranking;
import magnus.recommendation.ranking.Taste;
import magnus.recommendation.ranking.Worth;

/** Draws a list from candidates, and writes down how likely each place was. */
final class Drawing {

  /** Names of the rankings, as they are logged. */
  static final String LEARNED = "learned-1";

  static final String RULE = "rule-1";

  private static final double URGENT_DAYS = 7;

  private final UUID owner;
  private final List<Candidate> candidates;
  private final List<Alternative> alternatives;
  private final Taste taste;
  private final boolean learn;

  Drawing(
      UUID owner,
      List<Candidate> candidates,
      double wealth,
      Taste taste,
      Instant now,
      boolean learn) {
    this.owner = owner;
    this.candidates = candidates;
    this.taste = taste;
    this.learn = learn;
    this.alternatives = candidates.stream().map(c -> alternative(c, wealth, now)).toList();
  }

  private Alternative alternative(Candidate c, double wealth, Instant now) {
    double worth = Worth.of(c.benefit().amount().doubleValue(), wealth);
    double days = Math.max(0, Duration.between(now, c.expires()).toHours() / 24.0);
    double urgency = Math.max(0, 1 - days / URGENT_DAYS);
    double[] traits = {
      trait(worth),
      trait(c.evidence()),
      trait(c.risk()),
      trait(c.effort()),
      trait(urgency),
      trait(c.taxBurden())
    };
    return new Alternative(
        Identity.of(owner, c.kind(), c.action()).toString(), c.kind(), c.action(), worth, traits);
  }

  /** From a share to −1 … 1. */
  private static double trait(double share) {
    return 2 * Math.min(1, Math.max(0, share)) - 1;
  }

  private double[] scores() {
    return learn ? Ranking.shipped().scores(taste, alternatives) : Ranking.ruleScores(alternatives);
  }

  StoredList draw(UUID id, int length, Instant wall, Instant market, RandomGenerator random) {
    double[] scores = scores();
    int[] ruleRanks = ranks(Ranking.ruleScores(alternatives));
    List<StoredCard> cards = new ArrayList<>();
    for (ListPolicy.Place place :
        Ranking.shipped().policy().draw(alternatives, scores, length, random)) {
      Candidate candidate = candidates.get(place.index());
      Alternative alternative = alternatives.get(place.index());
      Opinion opinion = taste.opinion(alternative.kind(), alternative.traits());
      Recommendation card = card(candidate, alternative, opinion, scores, ruleRanks, place);
      cards.add(
          new StoredCard(
              UUID.randomUUID(),
              cards.size(),
              card.id(),
              card.kind(),
              card.subject(),
              card.direction().name(),
              place.index(),
              place.propensity(),
              opinion.probability(),
              alternative.worth(),
              CardBody.write(
                  new CardBody(card, candidate.action(), alternative.traits(), candidate.legs())),
              wall,
              candidate.expires()));
    }
    return new StoredList(
        id,
        owner,
        wall,
        market,
        learn ? LEARNED : RULE,
        CardBody.write(new CardBody.Context(alternatives)),
        cards);
  }

  private Recommendation card(
      Candidate c,
      Alternative alternative,
      Opinion opinion,
      double[] scores,
      int[] ruleRanks,
      ListPolicy.Place place) {
    return new Recommendation(
        UUID.fromString(alternative.identity()),
        c.kind(),
        c.subject(),
        c.direction(),
        c.portfolio(),
        c.title(),
        c.benefit(),
        confidence(opinion),
        alternative.worth(),
        scores[place.index()],
        ruleRanks[place.index()],
        place.propensity(),
        c.reasons(),
        c.changesMind(),
        c.expires(),
        c.href());
  }

  private Confidence confidence(Opinion opinion) {
    Map<Kernel.Part, String> names = new EnumMap<>(Kernel.Part.class);
    names.put(Kernel.Part.LEVEL, "advice");
    names.put(Kernel.Part.KIND, "kind");
    names.put(Kernel.Part.TRAITS, "figures");
    names.put(Kernel.Part.SHAPE, "bends");
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("everybody", opinion.custom());
    names.forEach((part, name) -> parts.put(name, opinion.own().getOrDefault(part, 0.0)));
    String basis =
        taste.answers() > 0 ? "you" : taste.custom().answers() > 0 ? "everybody" : "assumed";
    return new Confidence(
        opinion.probability(), taste.answers(), basis, parts, opinion.mean(), opinion.deviation());
  }

  private static int[] ranks(double[] scores) {
    int[] ranks = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      ranks[i] = 1;
      for (double other : scores) {
        ranks[i] += other > scores[i] ? 1 : 0;
      }
    }
    return ranks;
  }
}
