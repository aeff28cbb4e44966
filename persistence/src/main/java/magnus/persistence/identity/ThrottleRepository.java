package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in, counted by all nodes together. */
@Stateless
public class ThrottleRepository {

  @PersistenceContext EntityManager em;

  public ThrottleRepository() {}

  /** For tests. */
  public ThrottleRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * The bucket's attempts, locked until the transaction ends; none so far makes a row of zero. Rows
   * are made one after another, over all nodes: no database of ours inserts what may be there
   * already in the same words, and a collision on the key would end the transaction.
   */
  public SignInAttempts lock(String bucket, Instant now) {
    SignInAttempts known = find(bucket);
    while (known == null) { // again where the bucket is forgotten between the two statements
      em.find(SignInTurn.class, SignInTurn.ONLY, LockModeType.PESSIMISTIC_WRITE);
      makeUnlessThere(bucket, now);
      known = find(bucket);
    }
    return known;
  }

  private @Nullable SignInAttempts find(String bucket) {
    return em.find(SignInAttempts.class, bucket, LockModeType.PESSIMISTIC_WRITE);
  }

  private void makeUnlessThere(String bucket, Instant now) {
    em.createNativeQuery(
            "insert into sign_in_throttle (bucket, failures, last_attempt_at, blocked_until)"
                + " select cast(:bucket as varchar(80)), 0, cast(:now as timestamp with time zone),"
                + " cast(:never as timestamp with time zone)"
                + " where not exists (select 1 from sign_in_throttle where bucket = :bucket)")
        .setParameter("bucket", bucket)
        .setParameter("never", SignInAttempts.NEVER)
        .setParameter("now", now.truncatedTo(ChronoUnit.MICROS)) // databases would round up
        .executeUpdate();
  }

  /** Forgets the bucket. */
  public void forget(String bucket) {
    em.createQuery("delete from SignInAttempts t where t.bucket = :bucket")
        .setParameter("bucket", bucket)
        .executeUpdate();
  }

  /** Forgets buckets without an attempt since then that block nobody now. */
  public int prune(Instant since, Instant now) {
    return em.createQuery(
            "delete from SignInAttempts t where t.lastAttemptAt < :since and t.blockedUntil < :now")
        .setParameter("since", since)
        .setParameter("now", now)
        .executeUpdate();
  }
}
