package magnus.runs.viewing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.runs.RunEvent;
import magnus.runs.RunViewer;
import magnus.runs.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's place in one run. It writes on a lane's thread only as much as the viewer can take
 * at once, from the shared tail or, when it has fallen behind that, page by page from the journal;
 * it holds no events itself.
 */
final class Cursor implements Viewing {

  private static final int PAGE = 32;

  private final UUID owner;
  private final RunViewer viewer;
  private final Tail tail;
  private final Viewers viewers;
  // Above zero while a thread has it or will; counts the calls to wake since.
  private final AtomicInteger wakes = new AtomicInteger();
  private long after;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean keepAliveDue;
  // Whether the credentials of this tick still count, as far as asked; empty between ticks.
  private volatile @Nullable Map<String, Boolean> checkDue;
  private volatile Instant lastWrite;

  Cursor(UUID owner, RunViewer viewer, Tail tail, long after, Viewers viewers, Instant now) {
    this.owner = owner;
    this.viewer = viewer;
    this.tail = tail;
    this.after = after;
    this.viewers = viewers;
    this.lastWrite = now;
  }

  @Override
  public void wake() {
    if (wakes.getAndIncrement() == 0) {
      viewers.live().execute(this::turn);
    }
  }

  @Override
  public void close() {
    closeOnce();
  }

  /** A container's thread and a lane's may close at once: the owner's count goes down once. */
  private boolean closeOnce() {
    boolean first = closed.compareAndSet(false, true);
    if (first) {
      viewers.closed(this);
    }
    return first;
  }

  /** The clock has moved on: a comment is due after silence, and the stalled are let go. */
  void tick(Instant now, Duration keepAlive, Duration stall, Map<String, Boolean> entitled) {
    Duration silence = Duration.between(lastWrite, now);
    // Ticks come at the keep-alive's own pace: half of it, so that none is skipped by a hair.
    if (silence.compareTo(keepAlive.dividedBy(2)) >= 0) {
      if (keepAliveDue && silence.compareTo(stall) > 0) {
        closeOnce();
        viewer.drop();
        return;
      }
      keepAliveDue = true;
    }
    checkDue = entitled;
    wake();
  }

  private void turn() {
    int seen = wakes.get();
    boolean behind = false;
    try {
      behind = !closed.get() && writeFromTail();
    } catch (IOException e) {
      finish();
    } catch (RuntimeException e) {
      fail(e);
    }
    if (behind) {
      viewers.catchUp().execute(this::catchUp);
    } else {
      rest(seen);
    }
  }

  private void catchUp() {
    int seen = wakes.get();
    boolean more = false;
    try {
      more = !closed.get() && writeFromJournal();
    } catch (IOException e) {
      finish();
    } catch (RuntimeException e) {
      fail(e);
    }
    if (more) {
      viewers.catchUp().execute(this::catchUp);
    } else {
      rest(seen);
    }
  }

  private void rest(int seen) {
    if (wakes.addAndGet(-seen) != 0) {
      viewers.live().execute(this::turn);
    }
  }

  /** Writes what the tail has; true when the next event is in the journal only. */
  private boolean writeFromTail() throws IOException {
    Map<String, Boolean> answers = checkDue;
    if (answers != null) {
      checkDue = null;
      if (!answers.computeIfAbsent(viewer.credential(), c -> viewer.entitled())) {
        finish();
        return false;
      }
    }
    while (viewer.ready()) {
      Tail.Reading reading = tail.read(after);
      if (reading.behind()) {
        return true;
      }
      if (reading.bytes().length == 0) {
        if (keepAliveDue) {
          write(Frame.KEEP_ALIVE);
        }
        return false;
      }
      write(reading.bytes());
      after = reading.upTo();
      if (reading.end()) {
        finish();
        return false;
      }
    }
    return false;
  }

  /** Writes a page of the journal, or as much of it as the viewer takes; true when it took all. */
  private boolean writeFromJournal() throws IOException {
    if (!viewer.ready()) {
      return false;
    }
    List<RunEvent> page = viewers.journal().events(tail.run(), after, PAGE);
    for (RunEvent event : page) {
      if (!viewer.ready()) {
        return false;
      }
      write(Frame.of(event).bytes());
      after = event.sequence();
      if (event.isLast()) {
        finish();
        return false;
      }
    }
    if (page.isEmpty()) {
      // The run was deleted under the viewer.
      finish();
      return false;
    }
    if (tail.read(after).behind()) {
      return true;
    }
    wake();
    return false;
  }

  private void write(byte[] bytes) throws IOException {
    viewer.write(bytes);
    lastWrite = viewers.now();
    keepAliveDue = false;
  }

  /**
   * What is not the viewer's leaving is told: he comes back, but somebody must see to the cause.
   */
  private void fail(RuntimeException cause) {
    viewers.failed(tail.run(), cause);
    finish();
  }

  private void finish() {
    if (closeOnce()) {
      viewer.end();
      viewers.ended(viewer);
    }
  }

  UUID owner() {
    return owner;
  }

  Tail tail() {
    return tail;
  }
}
