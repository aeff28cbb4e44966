package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The audit log: written, read newest first, and cut only by age. */
@Stateless
public class AuditRepository {

  @PersistenceContext EntityManager em;

  public AuditRepository() {}

  /** For tests. */
  public AuditRepository(EntityManager em) {
    this.em = em;
  }

  public void add(AuditEntry entry) {
    em.persist(entry);
  }

  /**
   * Entries with an id lower than that, newest first.
   *
   * @param before {@link Long#MAX_VALUE} for the newest
   */
  public List<AuditEntry> before(long before, int limit) {
    return em.createQuery(
            "select e from AuditEntry e where e.id < :before order by e.id desc", AuditEntry.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Removes entries older than that. */
  public int prune(Instant olderThan) {
    return em.createQuery("delete from AuditEntry e where e.occurredAt < :olderThan")
        .setParameter("olderThan", olderThan)
        .executeUpdate();
  }
}
