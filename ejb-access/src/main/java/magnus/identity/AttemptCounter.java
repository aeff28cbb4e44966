package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.throttle.Backoff;
import magnus.persistence.identity.SignInAttempts;
import magnus.persistence.identity.ThrottleRepository;

/** Counts the attempts of one bucket, each in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptCounter {

  @Inject ThrottleRepository attempts;
  @Inject AccessConfig config;
  @Inject WallClock clock;

  /**
   * Counts one more.
   *
   * @return attempts so far, with this one
   * @throws Refusal 429 while the bucket has to wait; then this one does not count
   */
  public int count(String bucket, int free) {
    SignInAttempts known = attempts.lock(bucket, now());
    Instant now = now(); // only here: while it waited for the others' locks, time went on
    if (known.blockedUntil().isAfter(now)) {
      throw Refusal.tooMany(
          "sign-in-throttled",
          "Too many failed attempts to sign in; wait before the next.",
          secondsUp(Duration.between(now, known.blockedUntil())));
    }
    boolean anew = known.lastAttemptAt().isBefore(now.minus(SignInThrottle.REMEMBERED));
    int total = (anew ? 0 : known.failures()) + 1;
    Duration wait = new Backoff(free, config.get(AccessSettings.LONGEST_WAIT)).after(total);
    known.count(total, now, wait.isZero() ? SignInAttempts.NEVER : now.plus(wait));
    if (!wait.isZero()) {
      AccessLog.LOG.throttled(total, bucket, wait.toSeconds());
    }
    return total;
  }

  /** The bucket starts anew. */
  public void forget(String bucket) {
    attempts.forget(bucket);
  }

  /** One attempt less. */
  public void giveBack(String bucket) {
    SignInAttempts known = attempts.lock(bucket, now());
    known.count(Math.max(0, known.failures() - 1), known.lastAttemptAt(), SignInAttempts.NEVER);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS); // as databases keep it
  }

  private static long secondsUp(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
