package magnus.runs.execution;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what workers note, for tests to look at. */
public final class RecordedNotes implements WorkNotes {

  public final List<String> notes = new CopyOnWriteArrayList<>();

  @Override
  public void stepFailed(UUID run, String step, Throwable cause) {
    notes.add("stepFailed " + step + " " + cause);
  }

  @Override
  public void stepNotRepeatable(UUID run, String step, String type) {
    notes.add("stepNotRepeatable " + step + " " + type);
  }

  @Override
  public void journalUnavailable(UUID run, Throwable cause) {
    notes.add("journalUnavailable");
  }

  @Override
  public void takenUp(UUID run, String step, int attempt) {
    notes.add("takenUp " + step + " " + attempt);
  }

  @Override
  public void workDied(UUID run, String detail) {
    notes.add("workDied " + detail);
  }

  @Override
  public void upkeepFailed(Throwable cause) {
    notes.add("upkeepFailed " + cause);
  }
}
