package magnus.persistence.statement;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Turns of computing ahead of a busy hour, each claimed by one node, and their reports. */
@Stateless
public class PrecomputationRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public PrecomputationRepository() {}

  /** For tests. */
  public PrecomputationRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Claims a turn of an hour; false where it was claimed before, by whichever node. */
  public boolean claim(UUID id, Instant window, String turn, Instant now) {
    StatementTurnRow.take(entities);
    long there =
        entities
            .createQuery(
                "select count(p) from QueryPrecomputationRow p where p.windowStart = :window"
                    + " and p.turn = :turn",
                Long.class)
            .setParameter("window", window)
            .setParameter("turn", turn)
            .getSingleResult();
    if (there > 0) {
      return false;
    }
    PrecomputationRow row = new PrecomputationRow();
    row.id = id;
    row.windowStart = window;
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
        .createQuery("update QueryPrecomputationRow p set p.report = :report where p.id = :id")
        .setParameter("report", report)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Reports, the newest first. */
  public List<String> reports(int most) {
    return entities
        .createQuery(
            "select p.report from QueryPrecomputationRow p where p.report <> ''"
                + " order by p.claimedAt desc, p.id",
            String.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Removes turns that were claimed before that. */
  public int prune(Instant before) {
    return entities
        .createQuery("delete from QueryPrecomputationRow p where p.claimedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
