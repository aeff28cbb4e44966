package magnus.persistence.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an operation: what was asked, by whom, how far it is, and which node works on it until
 * when. What changes while it is under way is changed by {@link RunRepository} alone.
 */
@Entity
@Table(name = "runs")
public class StoredRun {

  @Id private UUID id;

  @Column(name = "owner_id", nullable = false, updatable = false)
  private UUID ownerId;

  @Column(name = "owner_name", nullable = false, updatable = false, length = 200)
  private String ownerName;

  @Column(name = "owner_roles", nullable = false, updatable = false, length = 200)
  private String ownerRoles;

  @Column(nullable = false, updatable = false, length = 100)
  private String operation;

  @Column(nullable = false, updatable = false, length = 100_000)
  private String parameters;

  @Column(nullable = false, updatable = false, length = 10_000)
  private String steps;

  @Column(name = "as_of", nullable = false, updatable = false)
  private Instant asOf;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private StoredStatus status = StoredStatus.RUNNING;

  @Column(name = "step_index", nullable = false)
  private int stepIndex = -1;

  @Column(nullable = false)
  private double progress;

  @Column(name = "last_sequence", nullable = false)
  private long lastSequence;

  @Column(name = "started_at", nullable = false, updatable = false)
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(nullable = false)
  private long fence = 1;

  @Column(length = 200)
  private @Nullable String holder;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Column(nullable = false)
  private int attempt;

  protected StoredRun() {}

  /**
   * A run that has just begun and has no event yet.
   *
   * @param owner the account that asked
   * @param parameters a JSON object of texts
   * @param steps names of its steps in order, separated by commas
   * @param asOf market time, fixed for the whole run
   */
  public StoredRun(
      UUID id,
      Owner owner,
      String operation,
      String parameters,
      String steps,
      Instant asOf,
      Instant startedAt,
      Lease lease) {
    this.id = id;
    this.ownerId = owner.id();
    this.ownerName = owner.name();
    this.ownerRoles = owner.roles();
    this.operation = operation;
    this.parameters = parameters;
    this.steps = steps;
    this.asOf = asOf;
    this.startedAt = startedAt;
    this.holder = lease.holder();
    this.leaseUntil = lease.until();
  }

  /**
   * Whose run it is, as known when it began.
   *
   * @param roles names of the roles, separated by commas
   */
  public record Owner(UUID id, String name, String roles) {}

  /**
   * The right to work on a run.
   *
   * @param holder one incarnation of one node
   * @param until wall time after which another may take over
   */
  public record Lease(String holder, Instant until) {}

  void begun(StoredEvent start) {
    lastSequence = start.sequence();
    stepIndex = start.stepIndex();
  }

  void end(StoredStatus how, StoredEvent last) {
    status = how;
    endedAt = last.at();
    lastSequence = last.sequence();
    if (how == StoredStatus.COMPLETE) {
      progress = 1;
    }
    fence++;
    holder = null;
    leaseUntil = null;
  }

  public UUID id() {
    return id;
  }

  public Owner owner() {
    return new Owner(ownerId, ownerName, ownerRoles);
  }

  public String operation() {
    return operation;
  }

  public String parameters() {
    return parameters;
  }

  public String steps() {
    return steps;
  }

  public Instant asOf() {
    return asOf;
  }

  public StoredStatus status() {
    return status;
  }

  /** The step that the last event came from. */
  public int stepIndex() {
    return stepIndex;
  }

  /** Share of the work that is done, 0–1. */
  public double progress() {
    return progress;
  }

  public long lastSequence() {
    return lastSequence;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Raised by one whenever the work changes hands. */
  public long fence() {
    return fence;
  }

  public Optional<String> holder() {
    return Optional.ofNullable(holder);
  }

  /** How often the present step was taken up after its worker had vanished. */
  public int attempt() {
    return attempt;
  }
}
