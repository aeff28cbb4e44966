package magnus.runs.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import magnus.basics.problem.Refusal;
import magnus.runs.RunEvent;
import magnus.runs.RunStep;
import magnus.runs.StepContext;
import magnus.runs.execution.DirectThreads;
import magnus.runs.execution.Node;
import magnus.runs.execution.ScriptedStep;
import magnus.runs.execution.TestClock;
import magnus.runs.journal.InMemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Viewers see every event once and in order, whatever their pace, and cost the run nothing. */
@Timeout(30)
class ViewersTest {

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
  private static final Duration STALL = Duration.ofMinutes(5);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final TestClock clock = new TestClock();

  private Node node(int tokens) {
    return new Node(
        "n/1",
        journal,
        clock,
        new DirectThreads(),
        List.of(
            new ScriptedStep(
                "talk",
                IntStream.range(0, tokens)
                    .mapToObj(i -> new ScriptedStep.Act("token", i))
                    .toList())));
  }

  private List<String> lines(UUID run) {
    return Node.events(journal, run).stream().map(FakeViewer::line).toList();
  }

  private UUID begun(Node node) {
    return node.journal(UUID.randomUUID()).id();
  }

  private void goOn(Node node) {
    clock.pass(Node.LEASE.plusSeconds(1));
    node.upkeep.beat();
  }

  @Test
  void manyViewersSeeTheSameWithoutReadingTheJournal() {
    Node node = node(100);
    UUID run = begun(node);
    List<FakeViewer> viewers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      FakeViewer viewer = new FakeViewer(1_000_000);
      assertThat(viewer.open(node, run, 1)).isTrue();
      viewers.add(viewer);
    }
    int before = journal.reads();
    goOn(node);
    assertThat(journal.reads() - before).as("only the worker's own").isLessThan(3);
    List<String> all = lines(run);
    for (FakeViewer viewer : viewers) {
      assertThat(viewer.lines()).isEqualTo(all.subList(1, all.size()));
      assertThat(viewer.ended).isTrue();
    }
    assertThat(node.viewers.count()).isZero();
  }

  @Test
  void aSlowViewerReadsTheJournalAndHoldsNobodyUp() {
    Node node = node(5_000);
    UUID run = begun(node);
    FakeViewer slow = new FakeViewer(3);
    slow.open(node, run, 0);
    goOn(node);
    assertThat(journal.find(run).orElseThrow().run().progress()).as("the run is over").isEqualTo(1);
    assertThat(slow.lines()).hasSizeLessThan(20);
    while (!slow.ended) {
      slow.take(7);
    }
    assertThat(slow.lines()).isEqualTo(lines(run));
  }

  @Test
  void aTailIsBounded() {
    Tail tail = new Tail(UUID.randomUUID(), new Lane(Runnable::run, 1));
    for (int i = 1; i <= 1000; i++) {
      tail.offer(new Frame(i, new byte[10], false));
    }
    assertThat(tail.read(1000 - Tail.MOST_FRAMES - 1).behind()).isTrue();
    assertThat(tail.read(1000 - Tail.MOST_FRAMES + 1).behind()).isFalse();
    for (int i = 1001; i <= 1010; i++) {
      tail.offer(new Frame(i, new byte[200_000], false));
    }
    assertThat(tail.read(1007).behind()).isTrue();
    assertThat(tail.read(1009).bytes()).hasSize(200_000);
    tail.offer(new Frame(1011, new byte[2_000_000], false));
    assertThat(tail.read(1010).bytes()).as("one always fits").hasSize(2_000_000);
  }

  @Test
  void aTailWithAGapSendsToTheJournal() {
    Tail tail = new Tail(UUID.randomUUID(), new Lane(Runnable::run, 1));
    tail.offer(new Frame(1, new byte[1], false));
    tail.offer(new Frame(3, new byte[1], false));
    tail.offer(new Frame(2, new byte[1], false));
    assertThat(tail.read(0).behind()).isTrue();
    assertThat(tail.read(1).behind()).isTrue();
    assertThat(tail.read(2).upTo()).isEqualTo(3);
    assertThat(tail.read(3).behind()).isFalse();
    assertThat(tail.read(3).bytes()).isEmpty();
  }

  @Test
  void afterTheEndThereIsNothingToOpen() {
    Node node = node(1);
    UUID run = node.start();
    int last = lines(run).size();
    assertThat(new FakeViewer(9).open(node, run, last)).isFalse();
    FakeViewer late = new FakeViewer(9);
    assertThat(late.open(node, run, last - 1L)).isTrue();
    assertThat(late.lines()).containsExactly(last + " complete");
    assertThat(late.ended).isTrue();
    assertThat(node.viewers.count()).isZero();
  }

  @Test
  void viewersOfAnotherNodeSeeItToo() {
    Node first = node(300);
    UUID run = begun(first);
    Node second = node(0);
    FakeViewer there = new FakeViewer(1_000_000);
    there.open(second, run, 0);
    assertThat(there.lines()).containsExactly("1 start");
    goOn(first);
    assertThat(there.lines()).hasSize(1);
    second.viewers.poll(second.local::has);
    assertThat(there.lines()).isEqualTo(lines(run));
    assertThat(there.ended).isTrue();
  }

  @Test
  void aCancelledRunEndsItsStreams() {
    Node node = node(1);
    UUID run = begun(node);
    FakeViewer viewer = new FakeViewer(9);
    viewer.open(node, run, 0);
    journal.cancel(run, clock.instant(), "{}").ifPresent(node.viewers::committed);
    assertThat(viewer.lines()).containsExactly("1 start", "2 cancelled");
    assertThat(viewer.ended).isTrue();
  }

  @Test
  void oneTimerKeepsAllIdleStreamsOpen() {
    Node node = node(1);
    UUID run = begun(node);
    FakeViewer idle = new FakeViewer(1_000);
    idle.open(node, run, 0);
    for (int i = 1; i <= 40; i++) {
      clock.pass(KEEP_ALIVE);
      node.viewers.tick(KEEP_ALIVE, STALL);
      assertThat(idle.comments()).isEqualTo(i);
    }
    assertThat(idle.ended).isFalse();
  }

  @Test
  void letsGoOfTheStalled() {
    Node node = node(1);
    UUID run = begun(node);
    FakeViewer stalled = new FakeViewer(0);
    stalled.open(node, run, 0);
    for (int i = 0; i < 20; i++) {
      clock.pass(KEEP_ALIVE);
      node.viewers.tick(KEEP_ALIVE, STALL);
    }
    assertThat(stalled.dropped).isFalse();
    clock.pass(KEEP_ALIVE);
    node.viewers.tick(KEEP_ALIVE, STALL);
    assertThat(stalled.dropped).isTrue();
    assertThat(node.viewers.count()).isZero();
  }

  @Test
  void letsGoOfWhoNeverTakesTheLastBytes() {
    Node node = node(1);
    UUID run = begun(node);
    FakeViewer takesAll = new FakeViewer(100);
    FakeViewer takesNothingMore = new FakeViewer(1);
    takesAll.open(node, run, 0);
    takesNothingMore.open(node, run, 0);
    takesNothingMore.entitled = false;
    takesAll.entitled = false;
    clock.pass(KEEP_ALIVE);
    node.viewers.tick(KEEP_ALIVE, STALL);
    assertThat(takesNothingMore.ended).isTrue();
    assertThat(node.viewers.leaving()).as("only who has not got all yet").isEqualTo(1);
    clock.pass(STALL);
    node.viewers.tick(KEEP_ALIVE, STALL);
    assertThat(takesNothingMore.dropped).isFalse();
    clock.pass(KEEP_ALIVE);
    node.viewers.tick(KEEP_ALIVE, STALL);
    assertThat(takesNothingMore.dropped).isTrue();
    assertThat(takesAll.dropped).isFalse();
    assertThat(node.viewers.leaving()).isZero();
  }

  @Test
  void endsTheStreamOfWhoIsNoLongerEntitled() {
    Node node = node(1);
    UUID run = begun(node);
    FakeViewer viewer = new FakeViewer(100);
    viewer.open(node, run, 0);
    viewer.entitled = false;
    clock.pass(KEEP_ALIVE);
    node.viewers.tick(KEEP_ALIVE, STALL);
    assertThat(viewer.ended).isTrue();
    goOn(node);
    assertThat(viewer.lines()).containsExactly("1 start");
  }

  @Test
  void aUserHasSoManyStreams() {
    Viewers viewers = new Viewers(journal, clock, Runnable::run, () -> 2, (run, cause) -> {});
    UUID run = begun(node(1));
    viewers.open(run, Node.ANN.id(), 0, new FakeViewer(1));
    var second = viewers.open(run, Node.ANN.id(), 0, new FakeViewer(1)).orElseThrow();
    assertThatThrownBy(() -> viewers.open(run, Node.ANN.id(), 0, new FakeViewer(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2 event streams");
    assertThat(viewers.open(run, new UUID(9, 9), 0, new FakeViewer(1))).isPresent();
    second.close();
    second.close();
    assertThat(viewers.count()).isEqualTo(2);
    assertThat(viewers.open(run, Node.ANN.id(), 0, new FakeViewer(1))).isPresent();
  }

  @Test
  void aViewerThatBreaksIsForgotten() {
    Node node = node(10);
    UUID run = begun(node);
    FakeViewer broken =
        new FakeViewer(100) {
          @Override
          public synchronized void write(byte[] frames) {
            throw new IllegalStateException("connection reset");
          }
        };
    FakeViewer sound = new FakeViewer(100);
    broken.open(node, run, 0);
    sound.open(node, run, 0);
    goOn(node);
    assertThat(sound.lines()).isEqualTo(lines(run));
    assertThat(node.viewers.count()).isZero();
    assertThat(node.failures).extracting(Throwable::getMessage).containsExactly("connection reset");
  }

  @Test
  void viewersOfManyThreadsComeAndGoWhileTheRunTalks() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      CountDownLatch go = new CountDownLatch(1);
      RunStep talk =
          new RunStep() {
            @Override
            public String name() {
              return "talk";
            }

            @Override
            public void run(StepContext context) throws Exception {
              go.await();
              for (int i = 0; i < 3_000; i++) {
                context.emit("token", Map.of("n", i));
              }
            }
          };
      Node node = new Node("n/1", journal, clock, threads, List.of(talk));
      UUID run = node.start();
      FakeViewer patient = new FakeViewer(Integer.MAX_VALUE);
      patient.open(node, run, 0);
      FakeViewer slow = new FakeViewer(1);
      slow.open(node, run, 0);
      go.countDown();
      List<String> seen = new ArrayList<>();
      long last = 0;
      for (int i = 0; i < 50; i++) {
        FakeViewer brief = new FakeViewer(10);
        if (!brief.open(node, run, last)) {
          break;
        }
        slow.take(5);
        Thread.yield();
        last = brief.leaveSettled(seen, last);
      }
      while (!patient.ended || !slow.ended) {
        slow.take(100);
        Thread.yield();
      }
      List<String> all = lines(run);
      assertThat(patient.lines()).isEqualTo(all);
      assertThat(slow.lines()).isEqualTo(all);
      assertThat(seen).isEqualTo(all.subList(0, seen.size()));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void framesAreEventStream() {
    UUID run = new UUID(3, 4);
    RunEvent event = new RunEvent(run, 5, 0, "token", clock.instant(), "{\"text\":\"a\\nb\"}");
    assertThat(new String(Frame.of(event).bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            "id: "
                + run
                + ":5\ndata: {\"type\":\"token\",\"sequence\":5,\"at\":\"2024-03-01T10:00:00Z\","
                + "\"run\":\""
                + run
                + "\",\"text\":\"a\\nb\"}\n\n");
  }
}
