package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When accounts used the portal. */
@Stateless
public class VisitRepository {

  @PersistenceContext EntityManager em;

  public VisitRepository() {}

  /** For tests. */
  public VisitRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * Lengthens the session's visit to {@code now}; begins another where none ended since {@code
   * pauseBegan}.
   *
   * @param from when that other begins
   */
  public void note(UUID account, UUID session, Instant from, Instant pauseBegan, Instant now) {
    int lengthened =
        em.createQuery(
                "update AccountVisitRow v set v.endedAt = :now"
                    + " where v.session = :session and v.endedAt >= :pauseBegan")
            .setParameter("now", now)
            .setParameter("session", session)
            .setParameter("pauseBegan", pauseBegan)
            .executeUpdate();
    if (lengthened == 0) {
      VisitRow row = new VisitRow();
      row.id = UUID.randomUUID();
      row.account = account;
      row.session = session;
      row.startedAt = from;
      row.endedAt = now;
      em.persist(row);
    }
  }

  /** Those that began since then, the oldest first. */
  public List<StoredVisit> since(Instant startedAt) {
    return em.createQuery(
            "select new magnus.persistence.identity.StoredVisit(v.account, v.startedAt, v.endedAt)"
                + " from AccountVisitRow v where v.startedAt >= :since order by v.startedAt",
            StoredVisit.class)
        .setParameter("since", startedAt)
        .getResultList();
  }

  /** Each account's whole time: the beginning of its first visit and the end of its last. */
  public List<StoredVisit> wholes() {
    return em.createQuery(
            "select new magnus.persistence.identity.StoredVisit("
                + "v.account, min(v.startedAt), max(v.endedAt))"
                + " from AccountVisitRow v group by v.account",
            StoredVisit.class)
        .getResultList();
  }

  /** Removes those that ended before. */
  public int prune(Instant endedBefore) {
    return em.createQuery("delete from AccountVisitRow v where v.endedAt < :before")
        .setParameter("before", endedBefore)
        .executeUpdate();
  }
}
