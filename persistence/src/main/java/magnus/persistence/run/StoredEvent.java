package magnus.persistence.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One journaled event of a run; never changed once written. */
@Entity
@Table(name = "run_events")
@IdClass(StoredEventId.class)
public class StoredEvent {

  /** The longest payload in characters; both databases hold that many in one column. */
  public static final int LONGEST_PAYLOAD = 1_000_000;

  @Id
  @Column(name = "run_id")
  private UUID runId;

  @Id
  @Column(name = "sequence_number")
  private long sequence;

  @Column(name = "step_index", nullable = false, updatable = false)
  private int stepIndex;

  @Column(name = "event_type", nullable = false, updatable = false, length = 100)
  private String type;

  @Column(name = "happened_at", nullable = false, updatable = false)
  private Instant at;

  @Column(name = "payload", nullable = false, updatable = false, length = LONGEST_PAYLOAD)
  private String payload;

  protected StoredEvent() {}

  /**
   * @param sequence place in the run, from 1
   * @param stepIndex the step it came from, from 0; -1 for the run's beginning, the number of steps
   *     for its end
   * @param payload a JSON object
   */
  public StoredEvent(
      UUID runId, long sequence, int stepIndex, String type, Instant at, String payload) {
    this.runId = runId;
    this.sequence = sequence;
    this.stepIndex = stepIndex;
    this.type = type;
    this.at = at;
    this.payload = payload;
  }

  public UUID runId() {
    return runId;
  }

  public long sequence() {
    return sequence;
  }

  public int stepIndex() {
    return stepIndex;
  }

  public String type() {
    return type;
  }

  public Instant at() {
    return at;
  }

  public String payload() {
    return payload;
  }
}
