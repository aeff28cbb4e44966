package magnus.runs.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.journal.InMemoryJournal;
import magnus.runs.viewing.FakeViewer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever dies when: the events of a run that was interrupted any number of times are those of one
 * that never was, and a viewer who reconnects with the last id sees each of them once.
 */
class ResumePropertyTest {

  private static final UUID RUN = new UUID(7, 7);

  /** One life of one node: how many writes it makes, and whether its last one is committed. */
  record Life(int writes, boolean lastCommitted, int viewerTakes) {}

  @Property(tries = 200)
  void interruptedRunsSayTheSame(
      @ForAll("operations") List<ScriptedStep> steps, @ForAll("lives") List<Life> lives) {
    List<String> expected = uninterrupted(steps);
    InMemoryJournal journal = new InMemoryJournal();
    TestClock clock = new TestClock();
    List<String> seen = new ArrayList<>();
    long last = 0;
    boolean started = false;
    for (Life life : withOneThatLasts(lives)) {
      MortalJournal mortal = new MortalJournal(journal, life.writes(), life.lastCommitted());
      Node node = new Node("node/" + UUID.randomUUID(), mortal, clock, new DirectThreads(), steps);
      if (started) {
        clock.pass(Node.LEASE.plusSeconds(1));
        // The viewer is there before the run goes on.
        FakeViewer viewer = new FakeViewer(life.viewerTakes());
        viewer.open(node, RUN, last);
        node.upkeep.beat();
        last = viewer.leave(seen, last);
      } else {
        node.journal(RUN);
        started = true;
      }
    }
    assertThat(told(Node.events(journal, RUN))).isEqualTo(expected);
    assertThat(journal.find(RUN).orElseThrow().run().status()).isEqualTo(RunStatus.COMPLETE);

    Node quiet = new Node("node/last", journal, clock, new DirectThreads(), steps);
    FakeViewer rest = new FakeViewer(1_000_000);
    if (rest.open(quiet, RUN, last)) {
      rest.leave(seen, last);
    }
    assertThat(seen).isEqualTo(Node.events(journal, RUN).stream().map(FakeViewer::line).toList());
  }

  private static List<Life> withOneThatLasts(List<Life> lives) {
    List<Life> all = new ArrayList<>();
    all.add(new Life(0, false, 0));
    all.addAll(lives);
    all.add(new Life(1_000_000, false, 100));
    return all;
  }

  private static List<String> uninterrupted(List<ScriptedStep> steps) {
    InMemoryJournal journal = new InMemoryJournal();
    Node node = new Node("node/only", journal, new TestClock(), new DirectThreads(), steps);
    node.start(RUN);
    return told(Node.events(journal, RUN));
  }

  /** All of an event but when it happened. */
  private static List<String> told(List<RunEvent> events) {
    return events.stream()
        .map(
            e ->
                e.sequence()
                    + " "
                    + e.step()
                    + " "
                    + e.type()
                    + " "
                    + (e.type().equals(RunEvent.COMPLETE) ? "" : e.payload()))
        .toList();
  }

  @Provide
  Arbitrary<List<ScriptedStep>> operations() {
    Arbitrary<ScriptedStep.Act> act =
        Combinators.combine(
                Arbitraries.of("token", "note", "progress"), Arbitraries.integers().between(0, 11))
            .as(ScriptedStep.Act::new);
    Arbitrary<List<List<ScriptedStep.Act>>> scripts =
        act.list().ofMaxSize(12).list().ofMinSize(1).ofMaxSize(5);
    return scripts.map(
        all ->
            IntStream.range(0, all.size())
                .mapToObj(i -> new ScriptedStep("step_" + (char) ('a' + i), all.get(i)))
                .toList());
  }

  @Provide
  Arbitrary<List<Life>> lives() {
    // At most five interruptions: a sixth within one step would be too many.
    return Combinators.combine(
            Arbitraries.integers().between(0, 15),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 40))
        .as(Life::new)
        .list()
        .ofMaxSize(4);
  }

  @Property(tries = 50)
  void aStepMayInterleaveDifferentlyTheSecondTime(
      @ForAll("operations") List<ScriptedStep> steps, @ForAll("lives") List<Life> lives) {
    InMemoryJournal journal = new InMemoryJournal();
    TestClock clock = new TestClock();
    List<ScriptedStep> now = steps;
    boolean started = false;
    for (Life life : withOneThatLasts(lives)) {
      Node node =
          new Node(
              "node/" + UUID.randomUUID(),
              new MortalJournal(journal, life.writes(), life.lastCommitted()),
              clock,
              new DirectThreads(),
              now);
      if (!started) {
        node.journal(RUN);
        started = true;
      }
      clock.pass(Node.LEASE.plus(Duration.ofSeconds(1)));
      node.upkeep.beat();
      now = now.stream().map(ResumePropertyTest::notesFirst).toList();
    }
    assertThat(counts(told(Node.events(journal, RUN)))).isEqualTo(counts(uninterrupted(steps)));
  }

  private static ScriptedStep notesFirst(ScriptedStep step) {
    List<ScriptedStep.Act> acts = new ArrayList<>();
    step.acts().stream().filter(a -> a.type().equals("note")).forEach(acts::add);
    step.acts().stream().filter(a -> !a.type().equals("note")).forEach(acts::add);
    return new ScriptedStep(step.name(), acts);
  }

  private static List<String> counts(List<String> told) {
    return told.stream().map(line -> line.substring(line.indexOf(' '))).sorted().toList();
  }
}
