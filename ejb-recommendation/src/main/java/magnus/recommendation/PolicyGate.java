package magnus.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredCard;
import magnus.persistence.recommendation.StoredList;
import magnus.recommendation.evaluation.DoublyRobust;
import magnus.recommendation.evaluation.Estimate;
import magnus.recommendation.evaluation.LoggedList;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.ListPolicy;
import magnus.recommendation.ranking.Ranking;

/**
 * What the ranking that does not serve (the rule while learning serves, and the other way round)
 * would have gained on the lists that were shown. It may serve only where its whole interval lies
 * above what the serving one gained.
 */
final class PolicyGate {

  private static final int MOST_LISTS = 400;

  private final RecommendationRepository stored;
  private final Tastes tastes;

  PolicyGate(RecommendationRepository stored, Tastes tastes) {
    this.stored = stored;
    this.tastes = tastes;
  }

  RecommendationReport.Gate of(List<StoredList> lists, Map<UUID, StoredAnswer> answers) {
    boolean learns = RecommendationSettings.learn();
    String serving = learns ? Drawing.LEARNED : Drawing.RULE;
    String candidate = learns ? Drawing.RULE : Drawing.LEARNED;
    List<LoggedList> logged = new ArrayList<>();
    Map<LoggedList, double[]> learned = new IdentityHashMap<>();
    Map<UUID, List<StoredAnswer>> own = new HashMap<>();
    List<StoredList> served = lists.stream().filter(l -> l.policy().equals(serving)).toList();
    for (StoredList list : served.subList(Math.max(0, served.size() - MOST_LISTS), served.size())) {
      if (list.cards().stream().noneMatch(c -> answers.containsKey(c.id()))) {
        continue;
      }
      List<StoredAnswer> earlier =
          own.computeIfAbsent(list.account(), stored::answers).stream()
              .filter(a -> a.answeredAt().isBefore(list.shownAt()))
              .toList();
      Map<UUID, StoredCard> cards =
          stored.cards(list.account(), earlier.stream().map(StoredAnswer::card).toList());
      LoggedList one = logged(list, Tastes.answers(earlier, cards), answers);
      logged.add(one);
      if (!learns) {
        learned.put(one, Ranking.shipped().scores(tastes.of(earlier, cards), one.alternatives()));
      }
    }
    if (logged.stream().map(LoggedList::user).distinct().count() < 2) {
      return new RecommendationReport.Gate(
          serving,
          candidate,
          null,
          null,
          false,
          "Nothing can be said yet: lists of two users or more must have been answered.");
    }
    Function<LoggedList, double[]> scores =
        list -> {
          double[] scored = learned.get(list);
          return scored == null ? Ranking.ruleScores(list.alternatives()) : scored;
        };
    Estimate other = new DoublyRobust(ListPolicy.shipped(), scores).estimate(logged);
    double gained = logged.stream().mapToDouble(PolicyGate::gain).average().orElse(0);
    RecommendationReport.Gain mine =
        new RecommendationReport.Gain(
            gained, gained, gained, other.lists(), other.users(), other.lists());
    boolean better = other.low() > gained;
    return new RecommendationReport.Gate(
        serving,
        candidate,
        mine,
        new RecommendationReport.Gain(
            other.mean(),
            other.low(),
            other.high(),
            other.lists(),
            other.users(),
            other.effectiveLists()),
        better,
        better
            ? candidate + " may serve: its whole interval lies above what " + serving + " gained."
            : candidate + " stays out: it is not known to gain more than " + serving + ".");
  }

  private static double gain(LoggedList list) {
    double sum = 0;
    for (double one : list.gains()) {
      sum += one;
    }
    return sum;
  }

  private static LoggedList logged(
      StoredList list, List<Answer> before, Map<UUID, StoredAnswer> answers) {
    List<Alternative> alternatives =
        CardBody.read(list.context(), CardBody.Context.class).alternatives();
    double[] gains =
        list.cards().stream()
            .mapToDouble(
                card -> {
                  StoredAnswer answer = answers.get(card.id());
                  return answer != null && answer.verdict().equals(Verdict.ACCEPT.name())
                      ? card.worth()
                      : 0;
                })
            .toArray();
    return new LoggedList(
        list.account().toString(),
        before,
        alternatives,
        list.cards().stream()
            .map(c -> new ListPolicy.Place(c.alternative(), c.propensity()))
            .toList(),
        gains);
  }
}
