package magnus.persistence.statement;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Forecasts of quarters of an hour, and the sums that they are made from. */
@Stateless
public class ForecastRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public ForecastRepository() {}

  /** For tests. */
  public ForecastRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a forecast, unless there is one of its window; tells whether it was kept. */
  public boolean keep(StoredForecast forecast, Instant now) {
    StatementTurnRow.take(entities);
    if (entities.find(ForecastRow.class, forecast.window()) != null) {
      return false;
    }
    ForecastRow row = new ForecastRow();
    row.windowStart = forecast.window();
    row.fromWindows = forecast.windows();
    row.expected = forecast.expected();
    row.madeAt = now;
    entities.persist(row);
    for (StoredForecast.Line one : forecast.lines()) {
      ForecastLineRow line = new ForecastLineRow();
      line.windowStart = forecast.window();
      line.fingerprint = one.fingerprint();
      line.shelf = one.shelf();
      line.count = one.count();
      line.millis = one.millis();
      entities.persist(line);
    }
    entities.flush();
    return true;
  }

  /** The forecast of a window, with the kinds expected most often first. */
  public Optional<StoredForecast> find(Instant window, int mostLines) {
    ForecastRow row = entities.find(ForecastRow.class, window);
    return row == null
        ? Optional.empty()
        : Optional.of(
            new StoredForecast(
                window,
                row.fromWindows,
                row.expected,
                entities
                    .createQuery(
                        "select new magnus.persistence.statement.StoredForecast$Line(l.fingerprint,"
                            + " l.shelf, l.count, l.millis) from StatementForecastLineRow l where"
                            + " l.windowStart = :window order by l.count desc, l.fingerprint,"
                            + " l.shelf",
                        StoredForecast.Line.class)
                    .setParameter("window", window)
                    .setMaxResults(mostLines)
                    .getResultList()));
  }

  /** Sums of windows from one instant to before another, in their order: a row for each. */
  public List<StoredTotal> totals(Instant from, Instant until) {
    return entities
        .createQuery(
            "select t.windowStart, sum(t.executions), sum(t.totalNanos) from StatementTotalRow t"
                + " where t.windowStart >= :from and t.windowStart < :until"
                + " group by t.windowStart order by t.windowStart",
            Object[].class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList()
        .stream()
        .map(r -> new StoredTotal((Instant) r[0], (Long) r[1], (Long) r[2]))
        .toList();
  }

  /** Counts of these windows alone, of all nodes and cohorts together. */
  public List<StoredStatement> statementsOf(Collection<Instant> windows) {
    if (windows.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select s.windowStart, s.fingerprint, s.shelf, sum(s.executions), sum(s.totalNanos),"
                + " max(s.longestNanos) from StatementWindowRow s where s.windowStart in :windows"
                + " group by s.windowStart, s.fingerprint, s.shelf",
            Object[].class)
        .setParameter("windows", windows)
        .getResultList()
        .stream()
        .map(
            r ->
                new StoredStatement(
                    (Instant) r[0],
                    (String) r[1],
                    "",
                    (String) r[2],
                    (Long) r[3],
                    (Long) r[4],
                    (Long) r[5]))
        .toList();
  }

  /** Removes forecasts and sums of windows that began before. */
  public int prune(Instant before) {
    int gone = 0;
    for (String rows :
        List.of("StatementTotalRow", "StatementForecastRow", "StatementForecastLineRow")) {
      gone +=
          entities
              .createQuery("delete from " + rows + " r where r.windowStart < :before")
              .setParameter("before", before)
              .executeUpdate();
    }
    return gone;
  }
}
