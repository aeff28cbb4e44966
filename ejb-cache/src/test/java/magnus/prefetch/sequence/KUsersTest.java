package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nobody is shown what fewer than k users did, nor can tell that anybody did it. */
class KUsersTest {

  private static final int K = 5;
  private static final int USERS = 40;
  private static final int VICTIM = 77;
  private static final int SECRET = 290;
  private static final int OTHER_SECRET = 291;
  private static final int KNOWN = 6;

  /** What depends on how often an item is opened, wherever its visitor came from. */
  private static final Set<String> OF_ITEMS =
      Set.of(
          "popularity",
          "popularity-of-day",
          "popularity-of-late",
          "time-of-day",
          "week-time",
          "condition",
          "cohort");

  private static List<Step> session(int user, long session, int... items) {
    List<Step> steps = new ArrayList<>();
    SessionContext context = Walks.context(user, session);
    for (int item : items) {
      steps.add(new Step(context, item));
      context = context.then(item);
    }
    return steps;
  }

  /** All walk from 1 to 4 and from 5 to 6; the first some of them also know the secret. */
  private static List<Step> all(int usersWithTheSecret) {
    List<Step> steps = new ArrayList<>();
    for (int session = 0; session < 800; session++) {
      int user = session % USERS;
      steps.addAll(
          session % 3 == 0
              ? session(user, session, 1, 5, KNOWN)
              : session(user, session, 1, 2, 3, user < usersWithTheSecret ? SECRET : 4));
    }
    return steps;
  }

  private static List<Step> withVictim(List<Step> steps, int... items) {
    List<Step> with = new ArrayList<>(steps);
    for (int visit = 0; visit < 12; visit++) {
      with.addAll(20 * visit, session(VICTIM, 90_000 + visit, items));
    }
    return with;
  }

  private static List<SessionContext> questions() {
    List<SessionContext> questions = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int[] items :
          new int[][] {{}, {1}, {1, 2, 3}, {1, 5}, {SECRET}, {3, SECRET}, {OTHER_SECRET, 1}}) {
        questions.add(Walks.context(user, 99_000 + user).withItems(items));
      }
    }
    return questions;
  }

  /** Columns in which anybody else can tell the one log from the other. */
  private static Set<String> differing(List<Step> one, List<Step> other) {
    SharedViews first = new SharedViews(K).learn(one);
    SharedViews second = new SharedViews(K).learn(other);
    Set<String> differing = new TreeSet<>();
    for (SessionContext question : questions()) {
      var views = second.asked(question);
      first
          .asked(question)
          .forEach(
              (column, weights) -> {
                if (!weights.equals(views.get(column))) {
                  differing.add(column);
                }
              });
    }
    return differing;
  }

  @Test
  void whatTooFewDidLeavesNoBitInWhatTheViewsSayToOthers() {
    // k - 2 who act in concert and one more: too few
    List<Step> others = all(K - 2);
    List<Step> did = withVictim(others, SECRET, OTHER_SECRET, SECRET);
    assertThat(differing(did, others)).as("whether he did anything").isEmpty();
    assertThat(differing(did, withVictim(others, OTHER_SECRET, 299, 298)))
        .as("what he did")
        .isEmpty();
  }

  @Test
  void fromWhereHeCameToAKnownItemShowsInNoViewOfSteps() {
    List<Step> others = all(K - 2);
    List<Step> did = withVictim(others, SECRET, KNOWN);
    assertThat(OF_ITEMS).containsAll(differing(did, withVictim(others, OTHER_SECRET, KNOWN)));
    assertThat(OF_ITEMS).containsAll(differing(did, others));
  }

  @Test
  void theLastOfKUsersMakesTheDifference() {
    assertThat(
            differing(withVictim(all(K - 1), 1, 2, 3, SECRET), withVictim(all(K - 1), 1, 2, 3, 4)))
        .contains("markov-1", "markov-2", "gaps", "popularity");
  }

  @Test
  void whoWasThereLongAgoCountsNoMoreOfLate() {
    Successors row = new Successors();
    Successors.Mark mark = new Successors.Mark();
    for (int user = 0; user < K + 2; user++) {
      row.add(K, 9, user, 1, 16, mark);
    }
    assertThat(row.seenOfLateBy(K, 0)).isTrue();
    for (int visit = 0; visit < 200; visit++) {
      row.add(K, 9, VICTIM, 1, 16, mark);
    }
    assertThat(row.seenBy(K, 0)).isTrue();
    assertThat(row.seenOfLateBy(K, 0)).isFalse();
  }

  @Test
  void whatTooFewDidGivesWayAndPushesNothingOut() {
    Successors row = new Successors();
    Successors.Mark mark = new Successors.Mark();
    for (int user = 0; user < 30; user++) {
      row.add(K, 9, user, 1, 4, mark);
    }
    for (int item = 100; item < 200; item++) {
      row.add(K, item, VICTIM, 1, 4, mark);
    }
    assertThat(row.item(0)).isEqualTo(9);
    assertThat(row.count(0)).isEqualTo(30);
  }

  private static Mixture taught(List<Step> steps) {
    Mixture mixture = Predictors.live(K);
    steps.forEach(step -> mixture.learn(step.context(), step.next()));
    mixture.settle();
    return mixture;
  }

  private static Ranking asked(Mixture mixture, int user) {
    return mixture.predict(Walks.context(user, 99_999).withItems(new int[] {1, 2, 3}), 50);
  }

  @Test
  void whatTooFewDidIsShownToThemAlone() {
    Mixture mixture = taught(all(K - 1));
    assertThat(asked(mixture, 0).placeOf(SECRET)).as("his own").isGreaterThanOrEqualTo(0);
    for (int user = K - 1; user < USERS; user++) {
      assertThat(asked(mixture, user).placeOf(SECRET)).as("to user " + user).isEqualTo(-1);
    }
  }

  @Test
  void whatManyDidIsShownToAll() {
    assertThat(asked(taught(all(20)), 39).placeOf(SECRET)).isGreaterThanOrEqualTo(0);
  }
}
