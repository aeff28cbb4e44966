package magnus.runs.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import magnus.basics.problem.Refusal;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.RunStep;
import magnus.runs.StepContext;
import magnus.runs.journal.InMemoryJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No run hangs silently, whatever happens to its work. */
@Timeout(30)
class UpkeepTest {

  private final InMemoryJournal journal = new InMemoryJournal();
  private final TestClock clock = new TestClock();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** What a test's step does. */
  @FunctionalInterface
  private interface Work {
    void run(StepContext context) throws Exception;
  }

  private static RunStep step(String name, Work work) {
    return new RunStep() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(StepContext context) throws Exception {
        work.run(context);
      }
    };
  }

  private static RunStep optional(String name, Work work) {
    return new RunStep() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(StepContext context) throws Exception {
        work.run(context);
      }

      @Override
      public boolean optional() {
        return true;
      }
    };
  }

  private static RunStep once(String name, Work work) {
    return new RunStep() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(StepContext context) throws Exception {
        work.run(context);
      }

      @Override
      public boolean repeatable() {
        return false;
      }
    };
  }

  private Node direct(String name, RunStep... steps) {
    return new Node(name, journal, clock, new DirectThreads(), List.of(steps));
  }

  private Node threaded(String name, RunStep... steps) {
    return new Node(name, journal, clock, threads, List.of(steps));
  }

  private List<String> types(UUID run) {
    return Node.events(journal, run).stream().map(RunEvent::type).toList();
  }

  private RunEvent last(UUID run) {
    List<RunEvent> events = Node.events(journal, run);
    return events.get(events.size() - 1);
  }

  private RunStatus status(UUID run) {
    return journal.find(run).orElseThrow().run().status();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.getAsBoolean()) {
      assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void tellsItsStepsInOrder() {
    Node node =
        direct(
            "n/1",
            step(
                "first",
                c -> {
                  c.keep("answer", 42);
                  c.progress(.05, "hardly anything");
                  c.progress(.5, "half");
                  c.progress(.55, "no new tenth");
                  c.emit(Map.of("x", 1));
                }),
            step(
                "second",
                c -> c.emit(Map.of("y", c.recall("answer", Integer.class).orElseThrow()))));
    UUID run = node.start();
    assertThat(Node.events(journal, run))
        .extracting(e -> e.type() + e.payload())
        .containsExactly(
            "start{\"operation\":\"test\"}",
            "progress{\"step\":\"first\",\"done\":0,\"total\":2,\"fraction\":0,\"message\":\"First\"}",
            "progress{\"step\":\"first\",\"done\":0,\"total\":2,\"fraction\":0.25,\"message\":\"half\"}",
            "first{\"x\":1}",
            "progress{\"step\":\"second\",\"done\":1,\"total\":2,\"fraction\":0.5,\"message\":\"Second\"}",
            "second{\"y\":42}",
            "complete{\"seconds\":0.0}");
    assertThat(Node.events(journal, run).get(3).json())
        .isEqualTo(
            "{\"type\":\"first\",\"sequence\":4,\"at\":\"2024-03-01T10:00:00Z\",\"run\":\""
                + run
                + "\",\"x\":1}");
    assertThat(node.local.has(run)).isFalse();
  }

  @Test
  void saysWhatFailed() {
    Refusal refusal = Refusal.of(Refusal.Kind.UNACCEPTABLE, "no-prices", "There are no prices.");
    UUID refused =
        direct(
                "n/1",
                step(
                    "a",
                    c -> {
                      throw refusal;
                    }))
            .start();
    assertThat(last(refused).payload()).contains("There are no prices.", "no-prices", "\"a\"");
    Node node =
        direct(
            "n/1",
            step(
                "a",
                c -> {
                  throw new IllegalStateException("secret");
                }));
    UUID broken = node.start();
    assertThat(last(broken).payload()).contains("internal error").doesNotContain("secret");
    assertThat(node.notes.notes).anyMatch(n -> n.contains("secret"));
    UUID died =
        direct(
                "n/1",
                step(
                    "a",
                    c -> {
                      throw new StackOverflowError();
                    }))
            .start();
    assertThat(last(died).payload()).contains("work_died", "StackOverflowError");
    assertThat(List.of(status(refused), status(broken), status(died)))
        .containsOnly(RunStatus.FAILED);
  }

  @Test
  void runsAStepOnceMoreAfterAnUnexpectedFailure() {
    AtomicInteger turns = new AtomicInteger();
    UUID run =
        direct(
                "n/1",
                step("before", c -> c.emit(Map.of("n", 0))),
                step(
                    "a",
                    c -> {
                      c.progress(.5, "half");
                      c.emit("token", Map.of("n", 1));
                      if (turns.incrementAndGet() == 1) {
                        throw new IllegalStateException("connection lost");
                      }
                      c.progress(.8, "nearly");
                      c.emit("token", Map.of("n", 2));
                    }))
            .start();
    assertThat(types(run))
        .containsExactly(
            "start",
            "progress",
            "before",
            "progress",
            "progress",
            "token",
            "progress",
            "token",
            "complete");
  }

  @Test
  void goesOnWithoutAnOptionalStep() {
    UUID run =
        direct(
                "n/1",
                optional(
                    "a",
                    c -> {
                      throw new IllegalStateException();
                    }),
                step("b", c -> c.emit(Map.of())))
            .start();
    assertThat(types(run))
        .containsExactly("start", "progress", "step_failed", "progress", "b", "complete");
  }

  @Test
  void refusesPayloadsThatWouldNotTravel() {
    for (Object payload :
        List.of(5, List.of(1), Map.of("type", "x"), Map.of("text", "x".repeat(1_000_000)))) {
      UUID run = direct("n/1", step("a", c -> c.emit(payload))).start();
      assertThat(types(run)).containsExactly("start", "progress", "failed");
    }
    for (String type : List.of("complete", "progress", "Bad Type", "")) {
      UUID run = direct("n/1", step("a", c -> c.emit(type, Map.of()))).start();
      assertThat(types(run)).containsExactly("start", "progress", "failed");
    }
  }

  @Test
  void cancelsAWorkerThatWaits() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch inside = new CountDownLatch(1);
    Node node =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  try {
                    c.blocking(
                        () -> {
                          inside.countDown();
                          return waitForEver();
                        });
                  } catch (InterruptedException e) {
                    interrupted.set(true);
                    throw e;
                  }
                }));
    UUID run = node.start();
    inside.await();
    assertThat(journal.cancel(run, clock.instant(), "{}")).isPresent();
    node.upkeep.noticeEnds();
    await(() -> !node.local.has(run));
    assertThat(interrupted).isTrue();
    assertThat(types(run)).containsExactly("start", "progress", "cancelled");
    await(() -> node.local.executing() == 0);
  }

  private static Void waitForEver() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new AssertionError();
  }

  @Test
  void interruptsNobodyWhoMayBeInTheDatabase() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Node node =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  c.blocking(() -> "an answer");
                  inside.countDown();
                  while (go.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  interrupted.set(Thread.interrupted());
                  c.blocking(UpkeepTest::waitForEver);
                }));
    UUID run = node.start();
    inside.await();
    journal.cancel(run, clock.instant(), "{}");
    node.local.ended(run);
    go.countDown();
    await(() -> !node.local.has(run));
    assertThat(interrupted).isFalse();
    assertThat(types(run)).containsExactly("start", "progress", "cancelled");
  }

  @Test
  void cancelsAWorkerThatIsBusyAndAfterAResumeToo() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    AtomicInteger turns = new AtomicInteger();
    RunStep busy =
        step(
            "a",
            c -> {
              inside.countDown();
              while (true) {
                turns.incrementAndGet();
                c.checkCancelled();
              }
            });
    UUID run = direct("n/1", busy).journal(UUID.randomUUID()).id();
    clock.pass(Node.LEASE.plusSeconds(1));
    Node second = threaded("n/2", busy);
    second.upkeep.beat();
    inside.await();
    journal.cancel(run, clock.instant(), "{}");
    second.local.ended(run);
    await(() -> !second.local.has(run));
    assertThat(types(run)).containsExactly("start", "progress", "cancelled");
    assertThat(turns).hasPositiveValue();
  }

  @Test
  void aCancelledRunIsNotTakenUp() {
    Node node = direct("n/1", step("a", c -> c.emit(Map.of())));
    UUID run = node.journal(UUID.randomUUID()).id();
    journal.cancel(run, clock.instant(), "{}");
    clock.pass(Node.LEASE.plusSeconds(1));
    node.upkeep.beat();
    assertThat(types(run)).containsExactly("start", "cancelled");
  }

  @Test
  void aNodeThatLostItsLeaseWritesNothingMore() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean stopped = new AtomicBoolean();
    Node first =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  inside.countDown();
                  go.await();
                  try {
                    c.emit(Map.of("from", "first"));
                  } catch (CancellationException e) {
                    stopped.set(true);
                    throw e;
                  }
                }));
    UUID run = first.start();
    inside.await();
    clock.pass(Node.LEASE.plusSeconds(1));
    direct("n/2", step("a", c -> c.emit(Map.of("from", "second")))).upkeep.beat();
    assertThat(types(run)).containsExactly("start", "progress", "a", "complete");
    go.countDown();
    await(() -> !first.local.has(run));
    assertThat(stopped).isTrue();
    assertThat(types(run)).containsExactly("start", "progress", "a", "complete");
    assertThat(Node.events(journal, run).get(2).payload()).contains("second");
  }

  @Test
  void renewsItsLeaseWhileItWorks() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Node first = threaded("n/1", step("a", c -> go.await()));
    UUID run = first.start();
    for (int i = 0; i < 10; i++) {
      clock.pass(Node.LEASE.dividedBy(2));
      first.upkeep.beat();
      direct("n/2", step("a", c -> {})).upkeep.beat();
    }
    go.countDown();
    await(() -> status(run) == RunStatus.COMPLETE);
    assertThat(journal.find(run).orElseThrow().fence()).as("never taken over").isEqualTo(2);
  }

  @Test
  void failsAStepThatMayNotBeRepeated() {
    AtomicBoolean dead = new AtomicBoolean(true);
    RunStep pay =
        once(
            "pay",
            c -> {
              journal.down(dead.get());
              c.emit(Map.of());
            });
    UUID run = direct("n/1", pay).start();
    journal.down(false);
    dead.set(false);
    clock.pass(Node.LEASE.plusSeconds(1));
    direct("n/2", pay).upkeep.beat();
    assertThat(types(run)).containsExactly("start", "progress", "failed");
    assertThat(last(run).payload()).contains("work_died", "may not be repeated");
  }

  @Test
  void takesUpWhatTheDatabaseInterrupted() {
    AtomicBoolean away = new AtomicBoolean(true);
    Node node =
        direct(
            "n/1",
            step(
                "a",
                c -> {
                  c.emit(Map.of("n", 1));
                  journal.down(away.get());
                  c.emit(Map.of("n", 2));
                }));
    UUID run = node.start();
    journal.down(false);
    away.set(false);
    assertThat(types(run)).containsExactly("start", "progress", "a");
    assertThat(node.notes.notes).containsExactly("journalUnavailable");
    node.upkeep.beat();
    assertThat(status(run)).as("not before the lease has lapsed").isEqualTo(RunStatus.RUNNING);
    clock.pass(Node.LEASE.plusSeconds(1));
    node.upkeep.beat();
    assertThat(types(run)).containsExactly("start", "progress", "a", "a", "complete");
  }

  @Test
  void givesUpAStepThatKillsItsWorkersAgainAndAgain() {
    RunStep deadly = step("a", c -> journal.down(true));
    UUID run = direct("n/0", deadly).start();
    for (int i = 1; i < 10; i++) {
      journal.down(false);
      clock.pass(Node.LEASE.plusSeconds(1));
      direct("n/" + i, deadly).upkeep.beat();
    }
    journal.down(false);
    assertThat(last(run).type()).isEqualTo("failed");
    assertThat(last(run).payload()).contains("work_died", "5 times in vain");
  }

  @Test
  void failsAStepThatTakesForEver() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    Node node =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  inside.countDown();
                  c.blocking(UpkeepTest::waitForEver);
                }));
    UUID run = node.start();
    inside.await();
    clock.pass(Node.STEP_LIMIT.plusSeconds(1));
    node.upkeep.beat();
    assertThat(types(run)).containsExactly("start", "progress", "failed");
    assertThat(last(run).payload()).contains("work_died", "more than PT15M");
    await(() -> !node.local.has(run));
  }

  @Test
  void failsWhatItsThreadNeverReaches() {
    ExecutorService gone = Executors.newSingleThreadExecutor();
    gone.shutdown();
    Node node = new Node("n/1", journal, clock, gone, List.of(step("a", c -> {})));
    UUID run = node.start();
    assertThat(types(run)).containsExactly("start", "failed");
    assertThat(last(run).payload()).contains("work_died");
    assertThat(node.local.has(run)).isFalse();
  }

  @Test
  void failsWhatItsThreadDropped() {
    ExecutorService held = Executors.newSingleThreadExecutor();
    CountDownLatch go = new CountDownLatch(1);
    held.execute(
        () -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Node node = new Node("n/1", journal, clock, held, List.of(step("a", c -> {})));
    UUID run = node.start();
    held.shutdownNow().forEach(r -> ((java.util.concurrent.Future<?>) r).cancel(true));
    node.upkeep.beat();
    assertThat(types(run)).containsExactly("start", "failed");
    assertThat(last(run).payload()).contains("its thread was lost");
  }

  @Test
  void aThreadThatWasLostIsFreeForWhoWaits() {
    List<Runnable> handed = new ArrayList<>();
    ExecutorService keeps =
        new java.util.concurrent.ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new java.util.concurrent.LinkedBlockingQueue<>()) {
          @Override
          public void execute(Runnable task) {
            handed.add(task);
          }
        };
    Node node = new Node("n/1", journal, clock, keeps, List.of(step("a", c -> {})));
    node.atOnce = 1;
    UUID lost = node.start();
    UUID waits = node.start();
    assertThat(handed).hasSize(1);
    ((java.util.concurrent.Future<?>) handed.get(0)).cancel(true);
    node.upkeep.beat();
    assertThat(last(lost).payload()).contains("its thread was lost");
    assertThat(handed).as("the one that waits has its thread").hasSize(2);
    handed.get(1).run();
    assertThat(last(waits).type()).isEqualTo("complete");
  }

  @Test
  void notesBothFailuresOfAStepThatFailsTwice() {
    AtomicInteger times = new AtomicInteger();
    Node node =
        direct(
            "n/1",
            step(
                "a",
                c -> {
                  throw new IllegalStateException("time " + times.incrementAndGet());
                }));
    node.start();
    assertThat(node.notes.notes)
        .anyMatch(n -> n.contains("time 1"))
        .anyMatch(n -> n.contains("time 2"));
  }

  @Test
  void leavesRunsToTheNextIncarnationWhenItGoesDown() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    Node first =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  inside.countDown();
                  c.blocking(UpkeepTest::waitForEver);
                }));
    UUID run = first.start();
    inside.await();
    first.upkeep.shutDown();
    await(() -> !first.local.has(run));
    assertThat(types(run)).as("no end is written").containsExactly("start", "progress");
    direct("n/2", step("a", c -> c.emit(Map.of()))).upkeep.beat();
    assertThat(types(run)).as("at once").containsExactly("start", "progress", "a", "complete");
    assertThat(journal.find(run).orElseThrow().attempt()).isZero();
  }

  @Test
  void waitsForModulesThatHaveNotRegisteredTheirSteps() {
    UUID run = direct("n/1", step("a", c -> {})).journal(UUID.randomUUID()).id();
    clock.pass(Node.LEASE.plusSeconds(1));
    Node second = direct("n/2", step("b", c -> {}));
    second.upkeep.beat();
    assertThat(types(run)).containsExactly("start");
    second.register(List.of(step("a", c -> {})));
    second.upkeep.beat();
    assertThat(types(run)).containsExactly("start", "progress", "complete");

    UUID orphan = direct("n/1", step("gone", c -> {})).journal(UUID.randomUUID()).id();
    clock.pass(Duration.ofMinutes(2));
    second.upkeep.beat();
    assertThat(last(orphan).payload()).contains("work_died", "gone");
  }

  @Test
  void worksOnSoManyAtOnceAndLetsOthersWait() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Node node =
        threaded(
            "n/1",
            step(
                "a",
                c -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  go.await();
                  now.decrementAndGet();
                }));
    node.atOnce = 2;
    node.queue = 3;
    List<UUID> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      assertThat(node.local.hasRoom()).isTrue();
      runs.add(node.start());
    }
    assertThat(node.local.hasRoom()).isFalse();
    assertThat(node.local.executing()).isEqualTo(2);
    assertThat(node.local.waiting()).isEqualTo(3);
    UUID waiting = runs.get(4);
    journal.cancel(waiting, clock.instant(), "{}");
    node.local.ended(waiting);
    assertThat(node.local.waiting()).isEqualTo(2);
    assertThat(node.local.hasRoom()).isTrue();
    await(() -> most.get() == 2);
    go.countDown();
    await(() -> runs.stream().noneMatch(r -> status(r) == RunStatus.RUNNING));
    await(() -> node.local.executing() == 0);
    assertThat(most).hasValue(2);
    assertThat(types(waiting)).containsExactly("start", "cancelled");
  }

  @Test
  void takesUpOnlyWhatItHasRoomFor() {
    for (int i = 0; i < 7; i++) {
      direct("n/1", step("a", c -> {})).journal(UUID.randomUUID());
    }
    clock.pass(Node.LEASE.plusSeconds(1));
    Node node = threaded("n/2", step("a", c -> c.blocking(UpkeepTest::waitForEver)));
    node.atOnce = 2;
    node.queue = 3;
    node.upkeep.beat();
    assertThat(node.local.executing() + node.local.waiting()).isEqualTo(5);
    assertThat(journal.abandoned(clock.instant(), 10)).hasSize(2);
  }

  @Test
  void deletesOldRuns() {
    Node node = direct("n/1", step("a", c -> {}));
    UUID run = node.start();
    assertThat(node.upkeep.retire()).isZero();
    clock.pass(Duration.ofDays(31));
    assertThat(node.upkeep.retire()).isEqualTo(1);
    assertThat(journal.find(run)).isEmpty();
  }
}
