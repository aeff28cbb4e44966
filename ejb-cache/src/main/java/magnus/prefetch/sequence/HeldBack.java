package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps of sessions that are still going on. What a session did is known from its context; were it
 * in the tables of all sessions as well, a session would find itself there while it is learned
 * from, and the network would trust the tables more than it may when a new session asks.
 */
final class HeldBack {

  /** A session that does nothing for so many steps of others is over. */
  private static final int IDLE_STEPS = 256;

  private static final int MOST_STEPS = 8_192;

  private static final class Open {
    private final List<Step> steps = new ArrayList<>();
    private long touched;
  }

  private final Map<Long, Open> open = new LinkedHashMap<>();
  private final Map<Integer, Long> sessionsOfUsers = new HashMap<>();
  private final ArrayDeque<Step> ready = new ArrayDeque<>();
  private long now;
  private int held;

  void add(Step step) {
    now++;
    endEarlier(step.context());
    Open session = open.remove(step.context().session());
    if (session == null) {
      session = new Open();
    }
    session.steps.add(step);
    session.touched = now;
    open.put(step.context().session(), session);
    held++;
    Iterator<Open> oldest = open.values().iterator();
    for (Open first = oldest.next(); isOver(first); first = oldest.next()) {
      release(first);
      oldest.remove();
    }
  }

  /** Where a user begins a session, the one before is over. */
  private void endEarlier(SessionContext context) {
    if (context.user() < 0) {
      return;
    }
    Long before = sessionsOfUsers.put(context.user(), context.session());
    if (before != null && before != context.session()) {
      Open ended = open.remove(before);
      if (ended != null) {
        release(ended);
      }
    }
  }

  private boolean isOver(Open session) {
    return session.touched < now - IDLE_STEPS || (held > MOST_STEPS && session.touched < now);
  }

  private void release(Open session) {
    ready.addAll(session.steps);
    held -= session.steps.size();
    SessionContext context = session.steps.get(0).context();
    sessionsOfUsers.remove(context.user(), context.session());
  }

  /** Lets all sessions be over. */
  void releaseAll() {
    open.values().forEach(this::release);
    open.clear();
  }

  boolean hasReady() {
    return !ready.isEmpty();
  }

  Step takeReady() {
    return ready.remove();
  }

  long memoryBytes() {
    return 200L * (held + ready.size());
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(now);
    out.writeInt(ready.size());
    for (Step step : ready) {
      Steps.write(step, out);
    }
    out.writeInt(open.size());
    for (Open session : open.values()) {
      out.writeLong(session.touched);
      out.writeInt(session.steps.size());
      for (Step step : session.steps) {
        Steps.write(step, out);
      }
    }
  }

  void read(DataInput in) throws IOException {
    open.clear();
    sessionsOfUsers.clear();
    ready.clear();
    held = 0;
    now = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      ready.add(Steps.read(in));
    }
    for (int left = in.readInt(); left > 0; left--) {
      Open session = new Open();
      session.touched = in.readLong();
      for (int steps = in.readInt(); steps > 0; steps--) {
        session.steps.add(Steps.read(in));
      }
      held += session.steps.size();
      SessionContext context = session.steps.get(0).context();
      open.put(context.session(), session);
      if (context.user() >= 0) {
        sessionsOfUsers.put(context.user(), context.session());
      }
    }
  }
}
