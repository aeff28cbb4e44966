package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Likely;
import magnus.prefetch.model.VisitModel;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;
import org.junit.jupiter.api.Test;

class VisitTailTest {

  private static final Instant NOON = Instant.parse("2024-03-01T17:00:00Z");

  private final UUID ann = new UUID(0, 1);
  private final UUID bob = new UUID(0, 2);
  private final Rows rows = new Rows();
  private final VisitTail tail =
      new VisitTail(rows, () -> new VisitModel(Predictors.markov(1), ZoneOffset.UTC, 1), 1_000);

  /** A log in memory, in which something may happen after a page of it was read. */
  private static final class Rows extends BehaviorRepository {
    final List<StoredVisit> log = new ArrayList<>();
    long epoch;
    Runnable afterRead = () -> {};

    void add(UUID user, String route, String instance) {
      Instant at = NOON.plusSeconds(10L * log.size());
      log.add(
          new StoredVisit(
              log.size() + 1,
              user,
              at,
              at,
              route,
              instance,
              "",
              "OPEN",
              null,
              null,
              null,
              true,
              "OPEN",
              "",
              "",
              "",
              null,
              0));
    }

    void delete(UUID user) {
      log.removeIf(v -> v.account().equals(user));
      epoch++;
    }

    @Override
    public long epoch() {
      return epoch;
    }

    @Override
    public long beforeNewest(int most) {
      return 0;
    }

    @Override
    public List<StoredVisit> visitsAfter(long after, Instant until, int most) {
      List<StoredVisit> found =
          log.stream()
              .filter(v -> v.id() > after && v.writtenAt().isBefore(until))
              .limit(most)
              .toList();
      afterRead.run();
      return found;
    }
  }

  private List<String> predicted(UUID user) {
    return tail.model().predict(user, new Page("/", ""), NOON.plusSeconds(500), 1, 10).stream()
        .map(Likely::path)
        .toList();
  }

  private void walk(UUID user, String symbol) {
    for (int i = 0; i < 3; i++) {
      rows.add(user, "/", "");
      rows.add(user, "/market/:symbol", symbol);
    }
  }

  @Test
  void learnsWhatHasSettledAndLaterTheRest() {
    walk(ann, "AAPL");
    tail.follow(NOON.plusSeconds(15));
    assertThat(tail.model().learned()).isEqualTo(2);

    tail.follow(NOON.plusSeconds(500));
    tail.follow(NOON.plusSeconds(501));
    assertThat(tail.model().learned()).isEqualTo(6);
    assertThat(predicted(ann)).contains("/market/AAPL");
  }

  @Test
  void unlearnsAtOnceOnThisNodeAndAtTheNextTurnOnOthers() {
    walk(ann, "AAPL");
    walk(bob, "MSFT");
    tail.follow(NOON.plusSeconds(500));

    rows.delete(ann);
    assertThat(predicted(bob)).contains("/market/AAPL");
    tail.follow(NOON.plusSeconds(501));
    assertThat(predicted(bob)).contains("/market/MSFT").doesNotContain("/market/AAPL");

    rows.delete(bob);
    tail.forget();
    assertThat(predicted(bob)).isEmpty();
  }

  @Test
  void learnsNothingThatWasReadBeforeADeletionAndNotLearnedYet() {
    walk(ann, "AAPL");
    rows.afterRead =
        () -> {
          rows.afterRead = () -> {};
          rows.delete(ann);
          tail.forget();
        };
    tail.follow(NOON.plusSeconds(500));

    assertThat(predicted(bob)).isEmpty();
    tail.follow(NOON.plusSeconds(501));
    assertThat(predicted(bob)).isEmpty();
    assertThat(tail.model().learned()).isZero();
  }

  @Test
  void findsWhatIsCommittedAfterAVisitWithAGreaterId() {
    walk(ann, "AAPL");
    StoredVisit late = rows.log.remove(3);
    tail.follow(NOON.plusSeconds(500));
    assertThat(tail.model().learned()).isEqualTo(5);

    rows.log.add(3, late);
    tail.follow(NOON.plusSeconds(503));
    tail.follow(NOON.plusSeconds(506));
    assertThat(tail.model().learned()).isEqualTo(6);
    for (int second = 510; second < 700; second += 5) {
      tail.follow(NOON.plusSeconds(second));
    }
    assertThat(tail.model().learned()).as("each once").isEqualTo(6);
  }

  @Test
  void learnsTheLogThatIsLeftEachNight() {
    walk(ann, "AAPL");
    walk(bob, "MSFT");
    tail.follow(NOON.plusSeconds(500));
    rows.log.removeIf(v -> v.account().equals(ann));
    tail.follow(NOON.plusSeconds(600));
    assertThat(tail.model().learned()).isEqualTo(12);

    tail.follow(NOON.plusSeconds(86_400));
    assertThat(tail.model().learned()).isEqualTo(6);
    assertThat(predicted(bob)).contains("/market/MSFT").doesNotContain("/market/AAPL");
  }

  /** A tail as it ships, and what its latest model's network and tables weigh, byte for byte. */
  private static final class Shipped {
    private static final int K = 3;
    final Rows rows = new Rows();
    private NextPredictor latest = Predictors.live(K);
    final VisitTail tail = new VisitTail(rows, this::empty, 100_000);

    private VisitModel empty() {
      latest = Predictors.live(K);
      return new VisitModel(latest, ZoneOffset.UTC, K);
    }

    byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        latest.write(new DataOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    List<List<Likely>> told() {
      List<List<Likely>> told = new ArrayList<>();
      for (int user = 0; user < 9; user++) {
        for (String symbol : List.of("S0", "S1", "S4", "HIS")) {
          told.add(
              tail.model()
                  .predict(
                      new UUID(1, user), Page.ofSymbol(symbol), NOON.plusSeconds(90_000), 1, 20));
        }
      }
      return told;
    }
  }

  /** Eight users, of whom one has a page that nobody else has, and ways of his own. */
  private static Shipped shipped() {
    Shipped shipped = new Shipped();
    SplittableRandom random = new SplittableRandom(4);
    for (int session = 0; session < 200; session++) {
      int user = random.nextInt(8);
      int symbol = random.nextInt(6);
      for (int i = 0; i < 4; i++) {
        String name = user == GONE && i == 2 ? "HIS" : "S" + symbol;
        shipped.rows.add(new UUID(1, user), "/market/:symbol", name);
        symbol = random.nextInt(4) == 0 ? random.nextInt(6) : (symbol + 1) % 6;
      }
    }
    return shipped;
  }

  private static final int GONE = 5;

  @Test
  void afterADeletionTheShippedModelIsTheOneThatNeverKnewTheUser() {
    UUID gone = new UUID(1, GONE);
    Instant later = NOON.plusSeconds(80_000);
    Shipped innocent = shipped();
    innocent.rows.log.removeIf(v -> v.account().equals(gone));
    innocent.tail.follow(later);
    Shipped forgot = shipped();
    forgot.tail.follow(later);
    assertThat(forgot.told()).isNotEqualTo(innocent.told());
    assertThat(forgot.bytes()).isNotEqualTo(innocent.bytes());
    assertThat(forgot.tail.model().size()).isNotEqualTo(innocent.tail.model().size());

    forgot.rows.delete(gone);
    forgot.tail.forget();
    assertThat(forgot.told()).as("at once nothing of anybody").allMatch(List::isEmpty);
    forgot.tail.follow(later.plusSeconds(1));

    assertThat(forgot.told()).isEqualTo(innocent.told());
    assertThat(forgot.told()).anyMatch(likely -> !likely.isEmpty());
    assertThat(forgot.bytes()).isEqualTo(innocent.bytes());
    assertThat(forgot.tail.model().size()).isEqualTo(innocent.tail.model().size());
    assertThat(forgot.tail.model().learned()).isEqualTo(innocent.tail.model().learned());
  }

  @Test
  void aNodeThatMissedTheDeletionsFlagDiffersUntilItReadsTheEpoch() {
    UUID gone = new UUID(1, GONE);
    Instant later = NOON.plusSeconds(80_000);
    Shipped innocent = shipped();
    innocent.rows.log.removeIf(v -> v.account().equals(gone));
    innocent.tail.follow(later);
    Shipped forgot = shipped();
    forgot.tail.follow(later);

    forgot.rows.log.removeIf(v -> v.account().equals(gone));
    forgot.tail.follow(later.plusSeconds(1));
    assertThat(forgot.bytes()).as("not carried out").isNotEqualTo(innocent.bytes());
    forgot.rows.epoch++;
    forgot.tail.follow(later.plusSeconds(2));
    assertThat(forgot.bytes()).isEqualTo(innocent.bytes());
  }
}
