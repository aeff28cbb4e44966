package magnus.prefetch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.sequence.Predictors;
import org.junit.jupiter.api.Test;

/**
 * What one step of one user changes in what others are told, of the whole model as it ships: its
 * network is fitted to everybody's steps, so that some of it may pass even where k users keep an
 * item or a transition hidden.
 */
class SecrecyTest {

  private static final Instant MORNING = Instant.parse("2024-01-08T14:00:00Z");
  private static final int K = 5;
  private static final int USERS = 40;
  private static final int DAYS = 40;
  private static final int VICTIM = 7;

  private static Page symbol(int number) {
    return Page.ofSymbol("S" + number);
  }

  /** Days of users in four circles of symbols, who now and then look at another one. */
  private static List<Seen> log(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Seen> log = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int user = 0; user < USERS; user++) {
        Instant at = MORNING.plus(Duration.ofDays(day)).plusSeconds(60L * user);
        UUID id = new UUID(0, user);
        log.add(new Seen(id, new Page("/", ""), at, 1));
        int circle = user % 4;
        int place = random.nextInt(5);
        for (int step = 1; step < 4; step++) {
          at = at.plusSeconds(random.nextInt(5, 60));
          boolean elsewhere = random.nextInt(6) == 0;
          int number = elsewhere ? random.nextInt(20) : 5 * circle + place;
          log.add(new Seen(id, symbol(number), at, 1));
          place = (place + 1) % 5;
        }
      }
    }
    return log;
  }

  /** The same, and a visit of the victim at the end of one of his sessions. */
  private static List<Seen> with(List<Seen> log, String secret, int session) {
    List<Seen> more = new ArrayList<>(log);
    int last = 4 * (USERS * session + VICTIM) + 3;
    Seen before = log.get(last);
    more.add(
        last + 1, new Seen(before.user(), Page.ofSymbol(secret), before.at().plusSeconds(9), 1));
    return more;
  }

  private static VisitModel taught(List<Seen> log) {
    VisitModel model = new VisitModel(Predictors.live(K), ZoneId.of("America/New_York"), K);
    log.forEach(model::learn);
    return model;
  }

  private static List<List<Likely>> told(VisitModel model) {
    Instant now = MORNING.plus(Duration.ofDays(DAYS));
    List<List<Likely>> told = new ArrayList<>();
    for (int user = 0; user <= USERS; user++) {
      if (user != VICTIM) {
        told.add(model.predict(new UUID(0, user), new Page("/", ""), now, 1, 12));
        for (int number = 0; number < 20; number++) {
          told.add(model.predict(new UUID(0, user), symbol(number), now, 1, 12));
        }
      }
    }
    return told;
  }

  private static double chance(List<Likely> likely, String path) {
    return likely.stream()
        .filter(l -> l.path().equals(path))
        .mapToDouble(Likely::probability)
        .sum();
  }

  /** Shares of figures that changed, at all and by more than .02; by most; how many there were. */
  private record Change(double share, double muchShare, double most, int figures) {}

  private static Change change(String secret, int session) {
    List<Seen> log = log(session);
    List<List<Likely>> with = told(taught(with(log, secret, session)));
    List<List<Likely>> without = told(taught(log));
    int figures = 0;
    int changed = 0;
    int much = 0;
    double most = 0;
    for (int i = 0; i < with.size(); i++) {
      for (Likely likely : with.get(i)) {
        double difference = Math.abs(likely.probability() - chance(without.get(i), likely.path()));
        figures++;
        changed += difference > 1e-9 ? 1 : 0;
        much += difference > 0.021 ? 1 : 0;
        most = Math.max(most, difference);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "a step to %s changed %d of %,d figures told to others, %d by more than .02, by %.2f at most%n",
        secret,
        changed,
        figures,
        much,
        most);
    return new Change((double) changed / figures, (double) much / figures, most, figures);
  }

  @Test
  void aStepThatNobodyElseTakesChangesHardlyAFigure() {
    Change change = change("SECRET", 20);
    assertThat(change.figures()).isGreaterThan(1_000);
    assertThat(change.share()).isLessThan(0.02);
    assertThat(change.most()).isLessThan(0.025);
  }

  @Test
  void anUnusualWayToAKnownPageIsFelt() {
    // the victim's own circle has the symbols 15 to 19
    Change change = change("S2", 20);
    assertThat(change.share()).isLessThan(0.6);
    assertThat(change.muchShare()).isLessThan(0.25);
  }
}
