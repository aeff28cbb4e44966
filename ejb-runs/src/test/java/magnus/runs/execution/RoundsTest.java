package magnus.runs.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2);
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final Rounds rounds = new Rounds(timer, failures::add);

  @AfterEach
  void end() {
    timer.shutdownNow();
  }

  @Test
  void aFailureDoesNotEndThem() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);
    rounds.every(
        () -> Duration.ofMillis(1),
        () -> {
          third.countDown();
          throw new IllegalStateException("turn " + turns.incrementAndGet());
        });
    third.await();
    assertThat(failures).isNotEmpty();
  }

  @Test
  void nothingIsLeftForTheTimerOnceTheyStop() {
    timer.setRemoveOnCancelPolicy(true);
    rounds.every(() -> Duration.ofHours(1), () -> {});
    rounds.every(() -> Duration.ofHours(2), () -> {});
    assertThat(timer.getQueue()).hasSize(2);
    rounds.stop();
    assertThat(timer.getQueue()).isEmpty();
    rounds.every(() -> Duration.ofHours(1), () -> {});
    assertThat(timer.getQueue()).isEmpty();
  }

  @Test
  void aTurnAtWorkWhenTheyStopIsTheLastAndItsFailureIsNotTold() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    rounds.every(
        () -> Duration.ofMillis(1),
        () -> {
          inside.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("the beans below are gone");
        });
    inside.await();
    rounds.stop();
    go.countDown();
    timer.shutdown();
    assertThat(timer.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).isEmpty();
    assertThat(timer.getCompletedTaskCount()).isEqualTo(1);
  }
}
