package magnus.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThrottleRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    // With nanoseconds, which no database keeps.
    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00.123456789Z");

    Contract(TestDatabase database) {
      super(database);
    }

    private int countOne() {
      return in(
          em -> {
            SignInAttempts attempts = new ThrottleRepository(em).lock("name:x", NOW);
            attempts.count(attempts.failures() + 1, NOW, NOW);
            return attempts.failures();
          });
    }

    @Test
    void startsAtZeroAndBlocksNobody() {
      run(
          em -> {
            SignInAttempts attempts = new ThrottleRepository(em).lock("name:x", NOW);
            assertThat(attempts.failures()).isZero();
            assertThat(attempts.blockedUntil()).isEqualTo(SignInAttempts.NEVER);
          });
    }

    @Test
    void countsAttemptsInParallelOneAfterTheOther() throws Exception {
      countOne();
      assertThat(countInParallel()).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void makesABucketOnceWhenManyWantItAtTheSameInstant() throws Exception {
      for (int round = 0; round < 20; round++) {
        assertThat(countInParallel()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        run(em -> new ThrottleRepository(em).forget("name:x"));
      }
    }

    private List<Integer> countInParallel() throws InterruptedException {
      int threads = 8;
      CyclicBarrier together = new CyclicBarrier(threads);
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Future<Integer>> counted = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          counted.add(
              pool.submit(
                  () -> {
                    together.await();
                    return countOne();
                  }));
        }
        List<Integer> totals = new ArrayList<>();
        for (Future<Integer> one : counted) {
          totals.add(get(one));
        }
        return totals;
      } finally {
        pool.shutdownNow();
      }
    }

    private static int get(Future<Integer> one) throws InterruptedException {
      try {
        return one.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void forgetsABucketAndOldOnes() {
      countOne();
      run(em -> new ThrottleRepository(em).forget("name:x"));
      assertThat(countOne()).isEqualTo(1);
      Instant later = NOW.plus(Duration.ofDays(2));
      int removed =
          in(em -> new ThrottleRepository(em).prune(later.minus(Duration.ofDays(1)), later));
      assertThat(removed).isEqualTo(1);
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
