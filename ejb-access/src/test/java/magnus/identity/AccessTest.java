package magnus.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import magnus.basics.problem.Refusal;
import magnus.identity.password.Argon2Parameters;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sessions, sign-in and accounts over the real databases. */
class AccessTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant START = Instant.parse("2024-03-01T10:00:00Z");
    private static final String PASSWORD = "violet harbour lantern";

    private final AtomicLong ticks = new AtomicLong();
    private volatile Instant now = START;

    Contract(TestDatabase database) {
      super(database);
    }

    /** Each call has beans and a persistence context of its own, as after a restart. */
    private <R> R with(Function<AccessBeans, R> work) {
      return in(em -> work.apply(new AccessBeans(em, () -> now)));
    }

    private Caller add(String name, Argon2Parameters cost, Role... roles) {
      return with(beans -> beans.add(name, PASSWORD, cost, roles));
    }

    private OpenedSession signIn(String name) {
      return with(beans -> beans.signIn.withPassword(name, PASSWORD, AccessBeans.ORIGIN));
    }

    private Optional<Session> find(OpenedSession opened) {
      return with(beans -> beans.sessions.find(opened.secret()));
    }

    private String hashOf(String name) {
      return with(b -> b.stored.findByName(name).orElseThrow().passwordHash().orElseThrow());
    }

    @Test
    void aSessionOutlivesTheServerThatOpenedIt() {
      Caller ann = add("ann", AccessBeans.CHEAP, Role.USER);
      OpenedSession opened = signIn("ann");
      assertThat(find(opened)).map(Session::caller).contains(ann);
    }

    @Test
    void aSessionEndsWhenIdle() {
      add("ann", AccessBeans.CHEAP, Role.USER);
      OpenedSession opened = signIn("ann");
      now = START.plus(Duration.ofMinutes(59));
      assertThat(find(opened)).isPresent();
      now = START.plus(Duration.ofMinutes(118)); // 59 minutes after its last use
      assertThat(find(opened)).isPresent();
      now = now.plus(Duration.ofMinutes(60));
      assertThat(find(opened)).isEmpty();
    }

    @Test
    void aSessionInUseEndsAtItsLatestEnd() {
      add("ann", AccessBeans.CHEAP, Role.USER);
      OpenedSession opened = signIn("ann");
      Instant latest = START.plus(AccessSettings.SESSION_LIFETIME.fallback());
      while (now.isBefore(latest)) {
        assertThat(find(opened)).isPresent();
        now = now.plus(Duration.ofMinutes(45));
      }
      now = latest;
      assertThat(find(opened)).isEmpty();
    }

    @Test
    void aPasswordHashedWithOlderParametersIsHashedAnewAtSignIn() {
      add("ann", AccessBeans.OLDER, Role.USER);
      String before = hashOf("ann");
      assertThatThrownBy(() -> with(b -> b.signIn.withPassword("ann", "wrong", AccessBeans.ORIGIN)))
          .isInstanceOf(Refusal.class);
      assertThat(hashOf("ann")).isEqualTo(before);
      signIn("ann");
      String after = hashOf("ann");
      assertThat(Argon2Parameters.parse(before).orElseThrow().parameters())
          .isEqualTo(AccessBeans.OLDER);
      assertThat(Argon2Parameters.parse(after).orElseThrow().parameters())
          .isEqualTo(AccessBeans.CHEAP);
      signIn("ann");
      assertThat(hashOf("ann")).isEqualTo(after);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
      Caller ann = add("ann", AccessBeans.CHEAP, Role.USER);
      OpenedSession asking = signIn("ann");
      OpenedSession other = signIn("ann");
      with(
          beans -> {
            beans.accounts.changePassword(
                ann,
                Optional.of(asking.session().id()),
                PASSWORD,
                "another violet lantern",
                AccessBeans.ORIGIN);
            return null;
          });
      assertThat(find(asking)).isPresent();
      assertThat(find(other)).isEmpty();
      assertThatThrownBy(() -> signIn("ann")).isInstanceOf(Refusal.class);
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotOverwritten() {
      Caller ann = add("ann", AccessBeans.CHEAP, Role.USER);
      String now = hashOf("ann");
      PasswordChange change = new PasswordChange();
      assertThatThrownBy(
              () ->
                  with(
                      beans -> {
                        change.accounts = beans.stored;
                        change.store(
                            ann,
                            Optional.empty(),
                            Optional.of("$argon2id$older"),
                            "$argon2id$mine",
                            START,
                            AccessBeans.ORIGIN);
                        return null;
                      }))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
      assertThat(hashOf("ann")).isEqualTo(now);
    }

    @Test
    void theLastAdministratorStays() {
      Caller ann = add("ann", AccessBeans.CHEAP, Role.USER, Role.ADMIN);
      assertThatThrownBy(() -> disable(ann, ann)).hasMessageContaining("last administrator");
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherAtOnceLeaveOne() throws Exception {
      for (int round = 0; round < 10; round++) {
        Caller ann = add("ann" + round, AccessBeans.CHEAP, Role.USER, Role.ADMIN);
        Caller bob = add("bob" + round, AccessBeans.CHEAP, Role.USER, Role.ADMIN);
        boolean demote = round % 2 == 0;
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int refused = 0;
        try {
          List<Future<?>> changes = new ArrayList<>();
          for (Caller[] pair : List.of(new Caller[] {ann, bob}, new Caller[] {bob, ann})) {
            changes.add(
                pool.submit(
                    () -> {
                      together.await();
                      return demote ? demote(pair[0], pair[1]) : disable(pair[0], pair[1]);
                    }));
          }
          for (Future<?> change : changes) {
            refused += isRefused(change) ? 1 : 0;
          }
        } finally {
          pool.shutdownNow();
        }
        assertThat(refused).isEqualTo(1);
        long left = with(b -> b.stored.countEnabled(Role.ADMIN.name()));
        assertThat(left).isEqualTo(1);
        run(
            em ->
                new AccessBeans(em, () -> now)
                    .stored
                    .all()
                    .forEach(account -> account.give(Set.of("USER"))));
      }
    }

    private static boolean isRefused(Future<?> change) throws InterruptedException {
      try {
        change.get();
        return false;
      } catch (java.util.concurrent.ExecutionException e) {
        assertThat(e.getCause()).hasMessageContaining("last administrator");
        return true;
      }
    }

    private AccountDetails disable(Caller admin, Caller other) {
      return with(
          b ->
              b.accounts.change(
                  admin, other.id(), Optional.of(false), Optional.empty(), AccessBeans.ORIGIN));
    }

    private AccountDetails demote(Caller admin, Caller other) {
      return with(
          b ->
              b.accounts.change(
                  admin,
                  other.id(),
                  Optional.empty(),
                  Optional.of(Set.of(Role.USER)),
                  AccessBeans.ORIGIN));
    }

    @Test
    void anAttemptByAClockThatIsBehindCountsToo() {
      assertThat(count(START)).isEqualTo(1);
      assertThat(count(START.minusMillis(300))).isEqualTo(2);
      assertThat(count(START.minusNanos(1000))).isEqualTo(3);
    }

    @Test
    void anAttemptTakenBackByAClockThatIsAheadBlocksNobody() {
      count(START);
      now = START.plusSeconds(1);
      run(em -> new AccessBeans(em, () -> now).counter.giveBack("name:x"));
      assertThat(count(START)).isEqualTo(1);
    }

    private int count(Instant at) {
      return in(em -> new AccessBeans(em, () -> at).counter.count("name:x", 5));
    }

    /** A clock that is a microsecond further each time it is read. */
    private Instant tick() {
      return START.plusNanos(1000 * ticks.incrementAndGet());
    }

    @Test
    void attemptsAtTheSameInstantCountExactly() throws Exception {
      int threads = 4;
      CyclicBarrier together = new CyclicBarrier(threads);
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        for (int round = 0; round < 20; round++) {
          String bucket = "name:" + round;
          List<Future<Integer>> counted = new ArrayList<>();
          for (int i = 0; i < threads; i++) {
            counted.add(
                pool.submit(
                    () -> {
                      together.await();
                      return in(em -> new AccessBeans(em, this::tick).counter.count(bucket, 5));
                    }));
          }
          List<Integer> totals = new ArrayList<>();
          for (Future<Integer> one : counted) {
            totals.add(one.get());
          }
          assertThat(totals).containsExactlyInAnyOrder(1, 2, 3, 4);
        }
      } finally {
        pool.shutdownNow();
      }
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
