package magnus.runs.viewing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.RunViewer;
import magnus.runs.Viewing;
import magnus.runs.journal.Head;
import magnus.runs.journal.Journal;

/**
 * All viewers on this node. News come from {@link #committed}, for runs that this node works on,
 * and from {@link #poll}, for those of other nodes.
 */
public final class Viewers {

  private static final int PAGE = 128;

  private final Journal journal;
  private final InstantSource wall;
  private final Lane live;
  private final Lane catchUp;
  private final IntSupplier perUser;
  private final BiConsumer<UUID, RuntimeException> failures;
  private final Map<UUID, Tail> tails = new ConcurrentHashMap<>();
  private final Map<UUID, Integer> open = new ConcurrentHashMap<>();
  // Whose stream is over, with the last bytes still on their way; since when.
  private final Map<RunViewer, Instant> leaving = new ConcurrentHashMap<>();

  /**
   * @param threads lent for short, non-blocking turns and, apart from those, for reads of the
   *     journal; at most two each
   * @param perUser streams that one user may have open
   * @param failures told of the run and the cause when a stream had to be ended by an error
   */
  public Viewers(
      Journal journal,
      InstantSource wall,
      Executor threads,
      IntSupplier perUser,
      BiConsumer<UUID, RuntimeException> failures) {
    this.journal = journal;
    this.wall = wall;
    this.live = new Lane(threads, 2);
    this.catchUp = new Lane(threads, 2);
    this.perUser = perUser;
    this.failures = failures;
  }

  /**
   * Opens a stream of the events after a sequence; the viewer is first written to when he calls
   * {@link Viewing#wake}.
   *
   * @return empty when the run has ended and the viewer has seen all of it
   * @throws Refusal when the user has too many streams open
   */
  public Optional<Viewing> open(UUID run, UUID owner, long after, RunViewer viewer) {
    admit(owner);
    Cursor[] made = new Cursor[1];
    tails.compute(
        run,
        (id, known) -> {
          Tail tail = known == null ? new Tail(run, live) : known;
          made[0] = new Cursor(owner, viewer, tail, after, this, wall.instant());
          tail.add(made[0]);
          return tail;
        });
    Cursor cursor = made[0];
    // Read after the tail is there: what was committed before is in the head, the rest is offered.
    Optional<Head> head;
    try {
      head = journal.heads(List.of(run)).stream().findFirst();
    } catch (RuntimeException e) {
      cursor.close();
      throw e;
    }
    if (head.isEmpty() || (ended(head.get()) && after >= head.get().lastSequence())) {
      cursor.close();
      return Optional.empty();
    }
    cursor.tail().reach(head.get().lastSequence(), ended(head.get()));
    return Optional.of(cursor);
  }

  private static boolean ended(Head head) {
    return head.status() != RunStatus.RUNNING;
  }

  private void admit(UUID owner) {
    int limit = perUser.getAsInt();
    int now = open.merge(owner, 1, Integer::sum);
    if (now > limit) {
      leave(owner);
      throw Refusal.tooMany(
          "too-many-streams", "You have " + limit + " event streams open already.", 5);
    }
  }

  private void leave(UUID owner) {
    open.computeIfPresent(owner, (id, count) -> count == 1 ? null : count - 1);
  }

  void closed(Cursor cursor) {
    leave(cursor.owner());
    tails.computeIfPresent(
        cursor.tail().run(),
        (run, tail) -> tail == cursor.tail() && tail.remove(cursor) ? null : tail);
  }

  void failed(UUID run, RuntimeException cause) {
    failures.accept(run, cause);
  }

  void ended(RunViewer viewer) {
    if (!viewer.gone()) {
      leaving.put(viewer, wall.instant());
    }
  }

  /** An event was committed by this node. */
  public void committed(RunEvent event) {
    Tail tail = tails.get(event.run());
    if (tail != null) {
      tail.offer(Frame.of(event));
    }
  }

  /**
   * Asks the journal for news of runs that are looked at here and not worked on here.
   *
   * @param here whether this node works on a run
   */
  public void poll(Predicate<UUID> here) {
    List<UUID> elsewhere =
        tails.values().stream()
            .filter(t -> !t.isComplete() && !here.test(t.run()))
            .map(Tail::run)
            .toList();
    if (elsewhere.isEmpty()) {
      return;
    }
    Map<UUID, Head> heads =
        journal.heads(elsewhere).stream().collect(Collectors.toMap(Head::run, h -> h));
    for (UUID run : elsewhere) {
      Tail tail = tails.get(run);
      Head head = heads.get(run);
      if (tail != null && head != null && head.lastSequence() > tail.last()) {
        journal.events(run, tail.last(), PAGE).forEach(e -> tail.offer(Frame.of(e)));
        tail.reach(head.lastSequence(), ended(head));
      }
    }
  }

  /** One turn of the timer that all viewers share. */
  public void tick(Duration keepAlive, Duration stall) {
    Instant now = wall.instant();
    Map<String, Boolean> entitled = new ConcurrentHashMap<>();
    tails.values().forEach(t -> t.cursors().forEach(c -> c.tick(now, keepAlive, stall, entitled)));
    leaving.forEach(
        (viewer, since) -> {
          boolean stalled = Duration.between(since, now).compareTo(stall) > 0;
          if (stalled) {
            viewer.drop();
          }
          if (stalled || viewer.gone()) {
            leaving.remove(viewer);
          }
        });
    live.work();
    catchUp.work();
  }

  /** Open streams on this node. */
  public int count() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Streams that are over and whose last bytes are still on their way. */
  public int leaving() {
    return leaving.size();
  }

  Lane live() {
    return live;
  }

  Lane catchUp() {
    return catchUp;
  }

  Journal journal() {
    return journal;
  }

  Instant now() {
    return wall.instant();
  }
}
