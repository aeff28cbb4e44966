package magnus.persistence.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Attempts to sign in that count against one bucket: a name, or an address. */
@Entity
@Table(name = "sign_in_throttle")
public class SignInAttempts {

  /** The end of a wait that there is not; long ago on every node's clock. */
  public static final Instant NEVER = Instant.EPOCH;

  @Id private String bucket;

  private int failures;

  @Column(name = "last_attempt_at", nullable = false)
  private Instant lastAttemptAt;

  @Column(name = "blocked_until", nullable = false)
  private Instant blockedUntil;

  protected SignInAttempts() {}

  public String bucket() {
    return bucket;
  }

  public int failures() {
    return failures;
  }

  public Instant lastAttemptAt() {
    return lastAttemptAt;
  }

  public Instant blockedUntil() {
    return blockedUntil;
  }

  /**
   * Counts one more attempt, after which none is admitted until then.
   *
   * @param blocked {@link #NEVER} where the next may come at once
   */
  public void count(int total, Instant at, Instant blocked) {
    this.failures = total;
    this.lastAttemptAt = at;
    this.blockedUntil = blocked;
  }
}
