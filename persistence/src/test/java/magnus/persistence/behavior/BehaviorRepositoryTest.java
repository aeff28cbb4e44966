package magnus.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BehaviorRepositoryTest {

  static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  abstract static class Contract extends DatabaseContract {

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    Contract(TestDatabase database) {
      super(database);
    }

    @BeforeEach
    void accounts() {
      run(em -> new AccountRepository(em).add(new Account(ann, "ann", Set.of("USER"), NOW)));
      run(em -> new AccountRepository(em).add(new Account(bob, "bob", Set.of("USER"), NOW)));
    }

    private void agree(UUID account, boolean agreed) {
      run(
          em ->
              new BehaviorRepository(em)
                  .say(StoredConsent.said(account, agreed, NOW.minusSeconds(60))));
    }

    private static StoredVisit visit(UUID account, String page, int second) {
      return new StoredVisit(
          0,
          account,
          NOW.plusSeconds(second),
          NOW.plusSeconds(second + 1),
          page,
          "",
          "/",
          "OPEN",
          1_200,
          second % 2 == 0 ? 80 : null,
          second % 2 == 0 ? true : null,
          true,
          "OPEN",
          "",
          "",
          "",
          2,
          0.3);
    }

    private static StoredAccess access(UUID account, String symbol) {
      return new StoredAccess(
          0, account, NOW, NOW.plusSeconds(1), symbol, "VIEW", "/market/" + symbol, "OPEN", "");
    }

    private int write(List<StoredVisit> visits, List<StoredAccess> accesses) {
      return in(em -> new BehaviorRepository(em).write(visits, accesses));
    }

    private List<StoredVisit> visits(UUID account) {
      return in(em -> new BehaviorRepository(em).visits(account, Long.MAX_VALUE, 10));
    }

    @Test
    void writesNothingOfWhoHasNotAgreed() {
      agree(ann, true);
      agree(bob, false);

      assertThat(
              write(
                  List.of(visit(ann, "/market", 0), visit(bob, "/market", 1)),
                  List.of(access(bob, "AAPL"), access(ann, "MSFT"))))
          .isEqualTo(2);
      assertThat(visits(bob)).isEmpty();
      assertThat(visits(ann))
          .singleElement()
          .satisfies(
              v -> {
                assertThat(v.page()).isEqualTo("/market");
                assertThat(v.load()).hasValue(80);
                assertThat(v.warm()).isTrue();
                assertThat(v.sourceCalls()).isEqualTo(2);
                assertThat(v.aheadCalls()).isEqualTo(0.3);
                assertThat(v.visitedAt()).isEqualTo(NOW);
              });
      List<StoredAccess> found =
          in(em -> new BehaviorRepository(em).accesses(ann, Long.MAX_VALUE, 10));
      assertThat(found).extracting(StoredAccess::symbol).containsExactly("MSFT");
      long[] counts = in(em -> new BehaviorRepository(em).counts(ann));
      assertThat(counts).containsExactly(1, 1, 0);
    }

    @Test
    void readsPagesForUsersAndInOrderForModels() {
      agree(ann, true);
      agree(bob, true);
      write(List.of(visit(ann, "/a", 0), visit(bob, "/b", 1), visit(ann, "/c", 2)), List.of());

      List<StoredVisit> newest =
          in(em -> new BehaviorRepository(em).visits(ann, Long.MAX_VALUE, 1));
      List<StoredVisit> older =
          in(em -> new BehaviorRepository(em).visits(ann, newest.get(0).id(), 10));
      assertThat(newest).extracting(StoredVisit::page).containsExactly("/c");
      assertThat(older).extracting(StoredVisit::page).containsExactly("/a");

      List<StoredVisit> all =
          in(em -> new BehaviorRepository(em).visitsAfter(0, NOW.plusSeconds(3), 10));
      assertThat(all).extracting(StoredVisit::page).containsExactly("/a", "/b");
      long start = in(em -> new BehaviorRepository(em).beforeNewest(2));
      List<StoredVisit> last =
          in(em -> new BehaviorRepository(em).visitsAfter(start, NOW.plusSeconds(60), 10));
      assertThat(last).extracting(StoredVisit::page).containsExactly("/b", "/c");
    }

    @Test
    void whatIsCommittedLateHasASmallerIdAndIsFoundOnlyFromBefore() {
      agree(ann, true);
      agree(bob, true);
      List<StoredVisit> read = new ArrayList<>();
      run(
          em -> {
            new BehaviorRepository(em).write(List.of(visit(ann, "/late", 1)), List.of());
            write(List.of(visit(bob, "/b", 2)), List.of());
            read.addAll(after(0));
          });
      assertThat(read).extracting(StoredVisit::page).containsExactly("/b");

      assertThat(after(read.get(0).id())).isEmpty();
      assertThat(after(0)).extracting(StoredVisit::page).containsExactly("/late", "/b");
    }

    private List<StoredVisit> after(long id) {
      return in(em -> new BehaviorRepository(em).visitsAfter(id, NOW.plusSeconds(60), 10));
    }

    @Test
    void forgetsOneAndHasModelsBeginAnew() {
      agree(ann, true);
      agree(bob, true);
      write(List.of(visit(ann, "/a", 0), visit(bob, "/b", 1)), List.of(access(ann, "AAPL")));
      long before = in(em -> new BehaviorRepository(em).epoch());

      assertThat(in(em -> new BehaviorRepository(em).forget(ann, NOW.plusSeconds(30))).rows())
          .isEqualTo(2);
      assertThat(visits(ann)).isEmpty();
      assertThat(visits(bob)).hasSize(1);
      assertThat((long) in(em -> new BehaviorRepository(em).epoch())).isEqualTo(before + 1);
    }

    @Test
    void writesNothingThatWasDoneOrOnItsWayWhenHeDeletedOrWithdrew() {
      agree(ann, true);
      run(em -> new BehaviorRepository(em).forget(ann, NOW.plusSeconds(30)));
      assertThat(
              write(
                  List.of(visit(ann, "/a", 29), visit(ann, "/b", 30), visit(ann, "/c", 31)),
                  List.of(access(ann, "AAPL"))))
          .isEqualTo(1);
      assertThat(visits(ann)).extracting(StoredVisit::page).containsExactly("/c");

      say(ann, false, 60);
      say(ann, true, 90);
      assertThat(
              write(
                  List.of(visit(ann, "/d", 50), visit(ann, "/e", 75), visit(ann, "/f", 90)),
                  List.of()))
          .isZero();
      assertThat(write(List.of(visit(ann, "/g", 91)), List.of())).isEqualTo(1);
    }

    @Test
    void writesNothingThatTheBrowserDatesBeforeConsentOrThatCameBeforeIt() {
      say(ann, true, 10);

      assertThat(write(List.of(visit(ann, "/before", 9)), List.of(access(ann, "AAPL")))).isZero();
      StoredVisit ahead = visit(ann, "/ahead", 300);
      StoredVisit cameBefore =
          new StoredVisit(
              0,
              ann,
              ahead.visitedAt(),
              NOW.plusSeconds(5),
              "/ahead",
              "",
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
              0);
      assertThat(write(List.of(cameBefore), List.of())).isZero();
    }

    private List<String> taught() {
      return in(em -> new BehaviorRepository(em).visitsAfter(0, NOW.plusSeconds(99_999), 10))
          .stream()
          .map(StoredVisit::page)
          .toList();
    }

    private long epoch() {
      return in(em -> new BehaviorRepository(em).epoch());
    }

    private BehaviorRepository.Forgotten forget(int second) {
      return in(em -> new BehaviorRepository(em).forget(ann, NOW.plusSeconds(second)));
    }

    @Test
    void whoDeletesAgainAndAgainHasModelsLearnAnewOnce() {
      say(ann, true, 0);
      write(List.of(visit(ann, "/a", 10)), List.of());
      long epoch = epoch();

      assertThat(forget(20)).isEqualTo(new BehaviorRepository.Forgotten(1, true));
      write(List.of(visit(ann, "/soon", 30)), List.of());
      assertThat(taught()).isEmpty();
      assertThat(forget(40)).isEqualTo(new BehaviorRepository.Forgotten(1, false));
      write(List.of(visit(ann, "/soon", 50), visit(ann, "/later", 4_000)), List.of());
      assertThat(taught()).containsExactly("/later");
      assertThat(epoch()).isEqualTo(epoch + 1);
      assertThat(forget(4_010)).isEqualTo(new BehaviorRepository.Forgotten(2, true));
      assertThat(epoch()).isEqualTo(epoch + 2);
    }

    @Test
    void whatIsStoredOfWhoWithdrewIsTaughtNoMore() {
      say(ann, true, 0);
      say(bob, true, 0);
      write(List.of(visit(ann, "/a", 10), visit(bob, "/b", 11)), List.of());
      assertThat(taught()).containsExactly("/a", "/b");
      long epoch = epoch();

      say(ann, false, 20);
      assertThat(taught()).containsExactly("/b");
      assertThat(epoch()).isEqualTo(epoch + 1);
      assertThat(visits(ann)).hasSize(1);

      say(ann, true, 30);
      say(ann, false, 40);
      assertThat(epoch()).isEqualTo(epoch + 1);
      say(ann, true, 50);
      write(List.of(visit(ann, "/again", 4_000)), List.of());
      assertThat(taught()).containsExactly("/b", "/again");
    }

    @Test
    void sayingTheSameAgainNeitherVoidsNorRevivesAnything() {
      say(ann, true, 10);
      say(ann, true, 60);

      assertThat(write(List.of(visit(ann, "/between", 30)), List.of())).isEqualTo(1);
      Optional<StoredConsent> said = in(em -> new BehaviorRepository(em).consent(ann));
      assertThat(said.orElseThrow().changedAt()).isEqualTo(NOW.plusSeconds(10));
      run(em -> new BehaviorRepository(em).forget(ann, NOW.plusSeconds(100)));
      say(ann, true, 70);
      assertThat(write(List.of(visit(ann, "/deleted", 90)), List.of())).isZero();
    }

    @Test
    void aWordSaidWhileADeletionIsOnItsWayComesAfterIt() throws Exception {
      say(ann, true, 0);
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        Future<?> said =
            in(
                em -> {
                  new BehaviorRepository(em).forget(ann, NOW.plusSeconds(50));
                  Future<?> begun = other.submit(() -> say(ann, false, 20));
                  assertThatThrownBy(() -> begun.get(300, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return begun;
                });
        said.get(10, TimeUnit.SECONDS);
      } finally {
        other.shutdownNow();
      }
      say(ann, true, 21);
      assertThat(write(List.of(visit(ann, "/deleted", 40)), List.of())).isZero();
    }

    private void say(UUID account, boolean agreed, int second) {
      run(
          em ->
              new BehaviorRepository(em)
                  .say(StoredConsent.said(account, agreed, NOW.plusSeconds(second))));
    }

    @Test
    void prunesOldOnesInParts() {
      agree(ann, true);
      write(
          List.of(visit(ann, "/a", 0), visit(ann, "/b", 1), visit(ann, "/c", 100)),
          List.of(access(ann, "AAPL")));
      Instant before = NOW.plusSeconds(50);

      assertThat((int) in(em -> new BehaviorRepository(em).prune(before, 1))).isEqualTo(2);
      assertThat((int) in(em -> new BehaviorRepository(em).prune(before, 10))).isEqualTo(1);
      assertThat((int) in(em -> new BehaviorRepository(em).prune(before, 10))).isZero();
      assertThat(visits(ann)).extracting(StoredVisit::page).containsExactly("/c");
    }

    @Test
    void oneNodeTakesTheTurnOfPruning() {
      run(em -> em.createNativeQuery("delete from behavior_pruning").executeUpdate());
      run(
          em -> {
            PruningRow row = new PruningRow();
            row.id = PruningRow.ONLY;
            row.prunedAt = NOW;
            em.persist(row);
          });
      Instant later = NOW.plusSeconds(100);

      assertThat((boolean) in(em -> new BehaviorRepository(em).takesPruning(NOW, later))).isTrue();
      assertThat((boolean) in(em -> new BehaviorRepository(em).takesPruning(NOW, later))).isFalse();
    }

    @Test
    void remembersTheLastWord() {
      Optional<StoredConsent> none = in(em -> new BehaviorRepository(em).consent(ann));
      assertThat(none).isEmpty();
      agree(ann, true);
      agree(ann, false);
      Optional<StoredConsent> last = in(em -> new BehaviorRepository(em).consent(ann));
      assertThat(last).contains(StoredConsent.said(ann, false, NOW.minusSeconds(60)));
    }
  }

  @Nested
  class OnH2 extends Contract {
    OnH2() {
      super(TestDatabase.h2());
    }
  }

  @Nested
  class OnPostgreSql extends Contract {
    OnPostgreSql() {
      super(TestDatabase.postgreSql());
    }
  }
}
