package magnus.recommendation;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import magnus.basics.time.WallClock;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredCard;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.CustomLearning;
import magnus.recommendation.ranking.Ranking;
import magnus.recommendation.ranking.Taste;
import org.jspecify.annotations.Nullable;

/**
 * What answers teach: of everybody, learned anew every hour and only where enough users answered
 * that none can be told from it; and of one user, from his own answers at each list.
 */
@Singleton
@Lock(LockType.READ)
public class Tastes {

  /** Worth, evidence, risk, effort, urgency, tax: see {@link Drawing}. */
  static final int TRAITS = 6;

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final double SNOOZE_TELLS = 0.3;

  @Inject private RecommendationRepository stored;
  @Inject private WallClock wall;

  private final AtomicReference<@Nullable Learned> learned = new AtomicReference<>();

  private record Learned(Custom custom, Instant at) {}

  /** What users in general think. */
  public Custom custom() {
    Instant now = wall.instant();
    Learned known = learned.get();
    if (known == null || Duration.between(known.at(), now).compareTo(KEPT) > 0) {
      known = new Learned(CustomLearning.learn(everybody(now), TRAITS), now);
      learned.set(known);
    }
    return known.custom();
  }

  private List<List<Answer>> everybody(Instant now) {
    Map<UUID, List<StoredAnswer>> byAccount =
        stored.answersSince(now.minus(REMEMBERED)).stream()
            .collect(Collectors.groupingBy(StoredAnswer::account));
    if (byAccount.size() < CustomLearning.LEAST_USERS) {
      return List.of();
    }
    List<List<Answer>> all = new ArrayList<>();
    byAccount.forEach(
        (account, answers) ->
            all.add(
                answers(
                    answers,
                    stored.cards(account, answers.stream().map(StoredAnswer::card).toList()))));
    return all;
  }

  /** What one user thinks. */
  public Taste of(List<StoredAnswer> answers, Map<UUID, StoredCard> cards) {
    return Taste.of(Ranking.shipped().kernel(), custom(), answers(answers, cards));
  }

  /** Answers as the ranking learns from them, in their order. */
  static List<Answer> answers(List<StoredAnswer> answers, Map<UUID, StoredCard> cards) {
    List<Answer> all = new ArrayList<>();
    for (StoredAnswer answer : answers) {
      StoredCard card = cards.get(answer.card());
      if (card != null) {
        all.add(answer(answer, CardBody.read(card.body()).traits()));
      }
    }
    return all;
  }

  private static Answer answer(StoredAnswer answer, double[] traits) {
    return switch (Verdict.valueOf(answer.verdict())) {
      case ACCEPT -> new Answer(answer.kind(), traits, 1, 1);
      case REJECT, NOT_THIS_KIND -> new Answer(answer.kind(), traits, 0, 1);
      case SNOOZE -> new Answer(answer.kind(), traits, 0.5, SNOOZE_TELLS);
    };
  }
}
