package magnus.persistence.clock;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads and writes the one setting of market time that all nodes share. */
@Stateless
public class MarketTimes {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public MarketTimes() {}

  /** For tests. */
  public MarketTimes(EntityManager entities) {
    this.entities = entities;
  }

  /** What the row says now, whatever the caller's transaction has seen before. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public MarketTime current() {
    List<Object[]> rows =
        entities
            .createQuery(
                "select c.mode, c.marketAnchor, c.wallAnchor, c.speed from MarketTimeRow c where"
                    + " c.id = :id",
                Object[].class)
            .setParameter("id", MarketTimeRow.ONLY)
            .getResultList();
    if (rows.isEmpty()) {
      return MarketTime.live();
    }
    Object[] row = rows.get(0);
    return new MarketTime(
        (MarketTime.Mode) row[0], (Instant) row[1], (Instant) row[2], (Double) row[3]);
  }

  /**
   * Changes the row under its lock, so that two administrators at once do not mix their settings.
   *
   * @return what is in force then
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public MarketTime change(UnaryOperator<MarketTime> next) {
    MarketTimeRow row =
        entities.find(MarketTimeRow.class, MarketTimeRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      row = MarketTimeRow.live();
      entities.persist(row);
    }
    MarketTime wanted = next.apply(row.toMarketTime());
    row.mode = wanted.mode();
    row.marketAnchor = wanted.marketAnchor().truncatedTo(ChronoUnit.MICROS);
    row.wallAnchor = wanted.wallAnchor().truncatedTo(ChronoUnit.MICROS);
    row.speed = wanted.speed();
    return row.toMarketTime();
  }
}
