package magnus.persistence.cache;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Occurrences, each kept once however many nodes tell of it. */
@Stateless
public class OccurrenceRepository {

  /** What is told again so much later is told of a replay that passes it another time. */
  private static final Duration APART = Duration.ofMinutes(10);

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public OccurrenceRepository() {}

  /** For tests. */
  public OccurrenceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Keeps one. Where another node has told of it already, the one stays that dropped more entries:
   * whoever comes second finds little left. A replay that passes it again has it told anew, in the
   * place of what was. Fails where another node tells of it at the same time.
   *
   * @return whether it was not known before
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean keep(StoredOccurrence occurrence) {
    List<OccurrenceRow> known =
        entities
            .createQuery(
                "select o from CacheOccurrenceRow o where o.fingerprint = :fingerprint",
                OccurrenceRow.class)
            .setParameter("fingerprint", occurrence.fingerprint())
            .getResultList();
    if (!known.isEmpty() && known.get(0).toldAt.plus(APART).isBefore(occurrence.toldAt())) {
      entities.remove(known.get(0));
      entities.flush();
      known = List.of();
    }
    if (known.isEmpty()) {
      entities.persist(OccurrenceRow.of(occurrence));
      entities.flush();
      return true;
    }
    if (known.get(0).droppedCount < occurrence.droppedCount()) {
      known.get(0).reached(occurrence);
    }
    return false;
  }

  /**
   * Those with a lower id, newest first.
   *
   * @param before {@link Long#MAX_VALUE} for the newest
   */
  public List<StoredOccurrence> before(long before, int limit) {
    return entities
        .createQuery(
            "select o from CacheOccurrenceRow o where o.id < :before order by o.id desc",
            OccurrenceRow.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(OccurrenceRow::toStored)
        .toList();
  }

  /** Removes those told before that. */
  public int prune(Instant toldBefore) {
    return entities
        .createQuery("delete from CacheOccurrenceRow o where o.toldAt < :before")
        .setParameter("before", toldBefore)
        .executeUpdate();
  }
}
