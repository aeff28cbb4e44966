package magnus.recommendation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.identity.Usages;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredCard;
import magnus.persistence.recommendation.StoredList;
import magnus.recommendation.evaluation.Calibration;

/** Adoption, clicks, calibration and the gate through which another ranking would have to go. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RecommendationReports {

  static final int MOST_LISTS = 5_000;

  @Inject private RecommendationRepository stored;
  @Inject private WallClock wall;
  @EJB private Tastes tastes;
  @EJB private Usages usages;

  /** Of the time that ends now. */
  public RecommendationReport of(Duration time) {
    Instant now = wall.instant();
    Instant from = now.minus(time);
    List<StoredList> lists = stored.since(from, MOST_LISTS);
    Map<UUID, StoredAnswer> answers = new HashMap<>();
    stored.answersSince(from).forEach(a -> answers.put(a.card(), a));
    Set<UUID> opened = stored.openedCards(from);
    List<StoredCard> cards = once(lists, answers, opened);
    int clicked = (int) cards.stream().filter(c -> opened.contains(c.id())).count();
    List<StoredAnswer> said =
        cards.stream().map(c -> answers.get(c.id())).filter(a -> a != null).toList();
    int accepted = (int) said.stream().filter(a -> is(a, Verdict.ACCEPT)).count();
    double shown = Math.max(1, cards.size());
    return new RecommendationReport(
        from,
        now,
        lists.size(),
        (int) lists.stream().map(StoredList::account).distinct().count(),
        cards.size(),
        clicked,
        said.size(),
        accepted,
        clicked / shown,
        accepted / shown,
        kinds(cards, answers, opened),
        stated(cards, answers),
        usages.within(time),
        new PolicyGate(stored, tastes).of(lists, answers));
  }

  /**
   * An advice counts once for a user and a day: each answer draws a new list, which shows again
   * what was not answered yet.
   */
  private static List<StoredCard> once(
      List<StoredList> lists, Map<UUID, StoredAnswer> answers, Set<UUID> opened) {
    record Shown(UUID account, UUID recommendation, LocalDate day) {}
    Map<Shown, StoredCard> cards = new LinkedHashMap<>();
    for (StoredList list : lists) {
      for (StoredCard card : list.cards()) {
        cards.merge(
            new Shown(list.account(), card.recommendation(), TradingCalendar.date(list.marketAt())),
            card,
            (before, after) ->
                answers.containsKey(before.id())
                        || opened.contains(before.id()) && !answers.containsKey(after.id())
                    ? before
                    : after);
      }
    }
    return List.copyOf(cards.values());
  }

  private static boolean is(StoredAnswer answer, Verdict verdict) {
    return answer.verdict().equals(verdict.name());
  }

  private static List<RecommendationReport.Kind> kinds(
      List<StoredCard> cards, Map<UUID, StoredAnswer> answers, Set<UUID> opened) {
    Map<String, List<StoredCard>> byKind =
        cards.stream()
            .collect(
                Collectors.groupingBy(StoredCard::kind, LinkedHashMap::new, Collectors.toList()));
    List<RecommendationReport.Kind> kinds = new ArrayList<>();
    byKind.forEach(
        (kind, all) -> {
          List<Verdict> said =
              all.stream()
                  .map(c -> answers.get(c.id()))
                  .filter(a -> a != null)
                  .map(a -> Verdict.valueOf(a.verdict()))
                  .toList();
          kinds.add(
              new RecommendationReport.Kind(
                  kind,
                  all.size(),
                  (int) all.stream().filter(c -> opened.contains(c.id())).count(),
                  count(said, Verdict.ACCEPT),
                  count(said, Verdict.REJECT) + count(said, Verdict.NOT_THIS_KIND),
                  count(said, Verdict.SNOOZE)));
        });
    kinds.sort(
        Comparator.comparingInt(RecommendationReport.Kind::shown)
            .reversed()
            .thenComparing(RecommendationReport.Kind::kind));
    return kinds;
  }

  private static int count(List<Verdict> said, Verdict one) {
    return (int) said.stream().filter(v -> v == one).count();
  }

  private static RecommendationReport.Stated stated(
      List<StoredCard> cards, Map<UUID, StoredAnswer> answers) {
    Calibration calibration = new Calibration();
    for (StoredCard card : cards) {
      StoredAnswer answer = answers.get(card.id());
      // "Not now" is neither.
      if (answer != null && !is(answer, Verdict.SNOOZE)) {
        calibration.add(card.stated(), is(answer, Verdict.ACCEPT) ? 1 : 0);
      }
    }
    return new RecommendationReport.Stated(
        calibration.count(),
        calibration.error(),
        calibration.bins().stream()
            .map(b -> new RecommendationReport.Bin(b.stated(), b.happened(), b.count()))
            .toList());
  }
}
