package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Likely;
import magnus.prefetch.model.VisitModel;
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
              ""));
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
}
