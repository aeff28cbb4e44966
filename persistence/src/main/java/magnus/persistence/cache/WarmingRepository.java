package magnus.persistence.cache;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns of warming, each claimed by one node, and their reports. */
@Stateless
public class WarmingRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public WarmingRepository() {}

  /** For tests. */
  public WarmingRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Claims a turn. One that was claimed before {@code forgotten}, by wall time, can be had again: a
   * replay passes the same session more than once. Fails where another node claims it at the same
   * time.
   *
   * @return whether it is had
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean claim(UUID id, LocalDate session, String turn, Instant now, Instant forgotten) {
    entities
        .createQuery(
            "delete from CacheWarmingRow w where w.session = :session and w.turn = :turn and"
                + " w.claimedAt < :forgotten")
        .setParameter("session", session)
        .setParameter("turn", turn)
        .setParameter("forgotten", forgotten)
        .executeUpdate();
    long there =
        entities
            .createQuery(
                "select count(w) from CacheWarmingRow w where w.session = :session and w.turn ="
                    + " :turn",
                Long.class)
            .setParameter("session", session)
            .setParameter("turn", turn)
            .getSingleResult();
    if (there > 0) {
      return false;
    }
    WarmingRow row = new WarmingRow();
    row.id = id;
    row.session = session;
    row.turn = turn;
    row.claimedAt = now;
    row.report = "";
    entities.persist(row);
    entities.flush();
    return true;
  }

  /** Keeps the report of a turn, in the place of an earlier one. */
  public void report(UUID id, String report) {
    entities
        .createQuery("update CacheWarmingRow w set w.report = :report where w.id = :id")
        .setParameter("report", report)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** The report of a turn; empty before there is one. */
  public Optional<String> find(UUID id) {
    return Optional.ofNullable(entities.find(WarmingRow.class, id))
        .map(w -> w.report)
        .filter(r -> !r.isEmpty());
  }

  /** Reports, the newest first. */
  public List<String> reports(int most) {
    return entities
        .createQuery(
            "select w.report from CacheWarmingRow w where w.report <> '' order by w.claimedAt"
                + " desc, w.id",
            String.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Removes turns that were claimed before that. */
  public int prune(Instant before) {
    return entities
        .createQuery("delete from CacheWarmingRow w where w.claimedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
