package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
   * The bucket's attempts, locked until the transaction ends; none so far makes a row of zero. Two
   * that make the same row at once collide on its key: the loser's transaction fails, and its
   * caller tries again.
   */
  public SignInAttempts lock(String bucket, Instant now) {
    em.createNativeQuery(
            "insert into sign_in_throttle (bucket, failures, last_attempt_at, blocked_until)"
                + " select cast(:bucket as varchar(80)), 0, cast(:now as timestamp with time zone),"
                + " cast(:now as timestamp with time zone)"
                + " where not exists (select 1 from sign_in_throttle where bucket = :bucket)")
        .setParameter("bucket", bucket)
        .setParameter("now", now.truncatedTo(ChronoUnit.MICROS)) // databases would round up
        .executeUpdate();
    return em.find(SignInAttempts.class, bucket, LockModeType.PESSIMISTIC_WRITE);
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
