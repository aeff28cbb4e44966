package magnus.persistence.run;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names one event: its run and its place in it. */
public class StoredEventId implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID runId;
  private long sequence;

  protected StoredEventId() {
    this(new UUID(0, 0), 0);
  }

  public StoredEventId(UUID runId, long sequence) {
    this.runId = runId;
    this.sequence = sequence;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredEventId o && runId.equals(o.runId) && sequence == o.sequence;
  }

  @Override
  public int hashCode() {
    return Objects.hash(runId, sequence);
  }
}
