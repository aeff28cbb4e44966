package magnus.persistence.behavior;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Perceived load times with and without pages loaded ahead, summed by the database. */
@Stateless
public class EffectRepository {

  private static final String LOG = "ln(cast(load_millis + 1 as double precision))";
  private static final String TIMED =
      " from user_navigation_log where written_at >= ?1 and load_millis is not null";

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public EffectRepository() {}

  /** For tests. */
  public EffectRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Since when users are split so: from now on where they were split otherwise until now. */
  public Instant splitBegan(String name, double share, Instant now) {
    SplitRow row = entities.find(SplitRow.class, SplitRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      row = new SplitRow();
      row.id = SplitRow.ONLY;
      begin(row, name, share, now);
      entities.persist(row);
    } else if (!row.name.equals(name) || row.share != share) {
      begin(row, name, share, now);
    }
    entities.flush();
    return row.beganAt;
  }

  private static void begin(SplitRow row, String name, double share, Instant now) {
    row.name = name;
    row.share = share;
    row.beganAt = now;
  }

  /**
   * Loads by user and page.
   *
   * @param most sums at most, of whole users in the order of their ids, which are random
   */
  public List<LoadSum> sums(Instant since, int most) {
    Query query =
        entities
            .createNativeQuery(
                "select cast(account_id as varchar(36)), page, ahead, count(*), sum("
                    + LOG
                    + "), count(source_calls), sum(case when source_calls = 0 then 1 else 0 end),"
                    + " sum(coalesce(source_calls, 0)), sum(ahead_calls)"
                    + TIMED
                    + " group by account_id, page, ahead order by account_id, page")
            .setParameter(1, since)
            .setMaxResults(most);
    return rows(query).stream()
        .map(
            row ->
                new LoadSum(
                    UUID.fromString((String) row[0]),
                    (String) row[1],
                    (Boolean) row[2],
                    whole(row[3]),
                    ((Number) row[4]).doubleValue(),
                    whole(row[5]),
                    whole(row[6]),
                    ((Number) row[7]).doubleValue() + ((Number) row[8]).doubleValue(),
                    ((Number) row[8]).doubleValue()))
        .toList();
  }

  /** How many loads took how long, by whether pages were loaded ahead. */
  public List<LoadCount> counts(Instant since) {
    Query query =
        entities
            .createNativeQuery(
                "select ahead, step, count(*) from (select ahead, cast(floor("
                    + LOG
                    + " * "
                    + LoadCount.STEPS
                    + ") as integer) as step"
                    + TIMED
                    + ") timed group by ahead, step")
            .setParameter(1, since);
    return rows(query).stream()
        .map(row -> new LoadCount((Boolean) row[0], (int) whole(row[1]), whole(row[2])))
        .toList();
  }

  private static List<Object[]> rows(Query query) {
    List<Object[]> rows = new ArrayList<>();
    for (Object row : query.getResultList()) {
      rows.add((Object[]) row);
    }
    return rows;
  }

  private static long whole(Object number) {
    return ((Number) number).longValue();
  }
}
