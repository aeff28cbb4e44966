package magnus.basics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {

  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final Duration SELDOM = Duration.ofHours(1);

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Rounds rounds = new Rounds(this::thread);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  @AfterEach
  void end() {
    rounds.stop();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noFailureEndsThem() {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch told = new CountDownLatch(4);
    rounds.every(
        OFTEN,
        () -> {
          if (turns.incrementAndGet() % 2 == 0) {
            throw new NoClassDefFoundError("even");
          }
          throw new IllegalStateException("odd");
        },
        e -> {
          failures.add(e);
          told.countDown();
        });
    await(told);
    assertThat(failures.get(0)).hasMessage("odd");
    assertThat(failures.get(1)).hasMessage("even");
  }

  @Test
  void anIntervalThatCannotBeReadIsToldAndStaysAsItWas() {
    CountDownLatch third = new CountDownLatch(3);
    AtomicInteger asked = new AtomicInteger();
    rounds.every(
        OFTEN,
        () -> {
          if (asked.incrementAndGet() > 1) {
            throw new IllegalStateException("soon is no duration");
          }
          return OFTEN;
        },
        third::countDown,
        failures::add);
    await(third);
    assertThat(failures).first().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theFirstTurnHasItsOwnDelay() {
    CountDownLatch first = new CountDownLatch(1);
    rounds.every(Duration.ZERO, () -> SELDOM, first::countDown, failures::add);
    await(first);
    AtomicInteger late = new AtomicInteger();
    rounds.every(SELDOM, () -> OFTEN, late::incrementAndGet, failures::add);
    rounds.stop();
    assertThat(late).hasValue(0);
  }

  @Test
  void aSlowTaskDelaysNoOther() {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(3);
    rounds.every(OFTEN, () -> await(slow), failures::add);
    rounds.every(OFTEN, other::countDown, failures::add);
    await(other);
    slow.countDown();
    assertThat(threads).hasSize(2);
  }

  @Test
  void nothingIsLeftOnceTheyStop() throws Exception {
    rounds.every(SELDOM, () -> {}, failures::add);
    rounds.every(SELDOM, () -> {}, failures::add);
    rounds.stop();
    for (Thread thread : threads) {
      thread.join(20_000);
      assertThat(thread.isAlive()).isFalse();
    }
    rounds.every(Duration.ZERO, () -> OFTEN, () -> failures.add(new Error()), failures::add);
    assertThat(failures).isEmpty();
    assertThat(threads).hasSize(2);
  }

  @Test
  void aTurnAtWorkIsWaitedForAndIsTheLast() {
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch inside = new CountDownLatch(1);
    rounds.every(
        OFTEN,
        () -> {
          inside.countDown();
          awaitTheStop();
          ended.incrementAndGet();
        },
        failures::add);
    await(inside);
    rounds.stop();
    assertThat(ended).hasValue(1);
  }

  private void awaitTheStop() {
    while (!rounds.isStopped()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aFailureWhileTheyStopIsNotTold() {
    CountDownLatch inside = new CountDownLatch(1);
    rounds.every(
        OFTEN,
        () -> {
          inside.countDown();
          awaitTheStop();
          throw new IllegalStateException("the beans below are gone");
        },
        failures::add);
    await(inside);
    rounds.stop();
    assertThat(failures).isEmpty();
  }
}
