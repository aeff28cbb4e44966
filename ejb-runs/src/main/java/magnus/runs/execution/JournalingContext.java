package magnus.runs.execution;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import magnus.identity.Caller;
import magnus.runs.RunEvent;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * What the steps of one execution see. A step may emit from several threads; the journal gets one
 * event after the other.
 */
final class JournalingContext implements StepContext {

  private static final Set<String> OWN =
      Set.of(
          RunEvent.START,
          RunEvent.PROGRESS,
          RunEvent.STEP_FAILED,
          RunEvent.COMPLETE,
          RunEvent.FAILED,
          RunEvent.CANCELLED);

  private final RunExecution execution;
  private final RunExecution.Surroundings around;
  private final Map<String, Object> kept = new ConcurrentHashMap<>();
  private Replay replay = new Replay();
  private long sequence;
  private int index = -1;
  private String step = "";
  private int tenths;

  /** The journal threw; whether it wrote is not known, so the work must not go on. */
  static final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RuntimeException why;

    JournalUnavailable(RuntimeException why) {
      super(why);
      this.why = why;
    }

    RuntimeException cause() {
      return why;
    }
  }

  JournalingContext(RunExecution execution, RunExecution.Surroundings around) {
    this.execution = execution;
    this.around = around;
  }

  /** Reads what the journal has of a step that is run again; true when it has something. */
  synchronized boolean recollect(int interruptedStep, int page) {
    boolean found = false;
    replay = new Replay();
    sequence = 0;
    tenths = 0;
    while (true) {
      List<RunEvent> events;
      try {
        events = around.journal().events(run(), sequence, page);
      } catch (RuntimeException e) {
        throw new JournalUnavailable(e);
      }
      for (RunEvent event : events) {
        sequence = event.sequence();
        if (interruptedStep >= 0 && event.step() == interruptedStep) {
          replay.has(event);
          found = true;
        }
      }
      if (events.size() < page) {
        return found;
      }
    }
  }

  /** Begins a step, or begins it again after {@link #recollect}: says so to the viewers. */
  synchronized void enter(int number, RunStep next) {
    if (index >= 0 && index != number) {
      replay = new Replay();
    }
    index = number;
    step = next.name();
    tenths = 0;
    journal(RunEvent.PROGRESS, progressAt(0, next.title()), true);
  }

  @Override
  public void emit(Object payload) {
    emit(step, payload);
  }

  @Override
  public void emit(String type, Object payload) {
    if (OWN.contains(type) || !type.matches("[a-z][a-z0-9_]{0,99}")) {
      throw new IllegalArgumentException(
          "event type '"
              + type
              + "' of step "
              + step
              + " is not a word in lower case with underscores, other than "
              + OWN);
    }
    journal(type, payload);
  }

  @Override
  public synchronized void progress(double fraction, String message) {
    checkCancelled();
    int reached = (int) Math.floor(Math.min(Math.max(fraction, 0), 1) * 10 + 1e-9);
    if (reached <= tenths || reached >= 10) {
      return;
    }
    tenths = reached;
    journal(RunEvent.PROGRESS, progressAt(reached, message), false);
  }

  private Map<String, Object> progressAt(int tenth, String message) {
    int total = execution.steps().size();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("step", step);
    members.put("done", index);
    members.put("total", total);
    members.put("fraction", fraction(tenth));
    members.put("message", message);
    return members;
  }

  private double fraction(int tenth) {
    double share = (index + tenth / 10.0) / execution.steps().size();
    return Math.round(share * 10_000) / 10_000.0;
  }

  void journal(String type, Object payload) {
    journal(type, payload, false);
  }

  private synchronized void journal(String type, Object payload, boolean beginsStep) {
    checkCancelled();
    String text = EventText.of(type, payload);
    Replay.Verdict verdict = replay.of(type, text);
    if (verdict != Replay.Verdict.NEW) {
      if (verdict == Replay.Verdict.DIFFERENT) {
        around.notes().stepNotRepeatable(run(), step, type);
      }
      return;
    }
    RunEvent event = new RunEvent(run(), sequence + 1, index, type, execution.now(), text);
    if (!append(event, beginsStep)) {
      execution.stop(Stop.LOST);
      throw new CancellationException("run " + run() + " is no longer this worker's");
    }
    sequence++;
    around.committed().accept(event);
  }

  private boolean append(RunEvent event, boolean beginsStep) {
    try {
      return around
          .journal()
          .append(event, execution.journaled().fence(), fraction(tenths), beginsStep);
    } catch (RuntimeException e) {
      throw new JournalUnavailable(e);
    }
  }

  @Override
  public void keep(String key, Object value) {
    kept.put(key, value);
  }

  @Override
  public <T> Optional<T> recall(String key, Class<T> type) {
    return Optional.ofNullable(kept.get(key)).filter(type::isInstance).map(type::cast);
  }

  @Override
  public void checkCancelled() {
    if (execution.stopped().isPresent()) {
      throw new CancellationException("run " + run() + " was stopped");
    }
  }

  @Override
  public <T> T blocking(Callable<T> call) throws Exception {
    return execution.interruptibly(call);
  }

  @Override
  public UUID run() {
    return execution.id();
  }

  @Override
  public Caller caller() {
    return execution.journaled().caller();
  }

  @Override
  public Instant asOf() {
    return execution.journaled().asOf();
  }

  @Override
  public Map<String, String> parameters() {
    return execution.journaled().parameters();
  }
}
