package magnus.persistence.statement;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements that the product runs, and what was asked of shelves, by quarters of an hour. */
@Stateless
public class StatementRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public StatementRepository() {}

  /** For tests. */
  public StatementRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds what a node counted to what it has written of the same windows. */
  public void add(
      String node, Collection<StoredStatement> statements, Collection<StoredShelfWindow> shelves) {
    Set<Instant> windows = new HashSet<>();
    statements.forEach(s -> windows.add(s.window()));
    shelves.forEach(s -> windows.add(s.window()));
    if (windows.isEmpty()) {
      return;
    }
    addStatements(node, statements, windows);
    addTotals(node, statements);
    addShelves(node, shelves, windows);
    entities.flush();
  }

  // All rows of the windows at once: a look for each would be more statements than are counted.
  private void addStatements(
      String node, Collection<StoredStatement> statements, Set<Instant> windows) {
    Map<StatementWindowRow.Key, StatementWindowRow> rows = new HashMap<>();
    entities
        .createQuery(
            "select s from StatementWindowRow s where s.windowStart in :windows"
                + " and s.node = :node",
            StatementWindowRow.class)
        .setParameter("windows", windows)
        .setParameter("node", node)
        .getResultList()
        .forEach(r -> rows.put(r.key(), r));
    for (StoredStatement one : statements) {
      StatementWindowRow row =
          rows.computeIfAbsent(
              new StatementWindowRow.Key(
                  one.window(), node, one.fingerprint(), one.cohort(), one.shelf()),
              key -> {
                StatementWindowRow fresh = StatementWindowRow.of(key);
                entities.persist(fresh);
                return fresh;
              });
      row.executions += one.count();
      row.totalNanos += one.nanos();
      row.longestNanos = Math.max(row.longestNanos, one.longest());
    }
  }

  private void addTotals(String node, Collection<StoredStatement> statements) {
    Map<Instant, StatementTotalRow> rows = new HashMap<>();
    for (StoredStatement one : statements) {
      StatementTotalRow row =
          rows.computeIfAbsent(
              one.window(),
              window -> {
                StatementTotalRow there =
                    entities.find(StatementTotalRow.class, new StatementTotalRow.Key(window, node));
                if (there != null) {
                  return there;
                }
                StatementTotalRow fresh = StatementTotalRow.of(window, node);
                entities.persist(fresh);
                return fresh;
              });
      row.executions += one.count();
      row.totalNanos += one.nanos();
    }
  }

  private void addShelves(
      String node, Collection<StoredShelfWindow> shelves, Set<Instant> windows) {
    Map<ShelfWindowRow.Key, ShelfWindowRow> rows = new HashMap<>();
    entities
        .createQuery(
            "select s from ShelfWindowRow s where s.windowStart in :windows and s.node = :node",
            ShelfWindowRow.class)
        .setParameter("windows", windows)
        .setParameter("node", node)
        .getResultList()
        .forEach(r -> rows.put(r.key(), r));
    for (StoredShelfWindow one : shelves) {
      ShelfWindowRow row =
          rows.computeIfAbsent(
              new ShelfWindowRow.Key(one.window(), node, one.shelf()),
              key -> {
                ShelfWindowRow fresh = ShelfWindowRow.of(key);
                entities.persist(fresh);
                return fresh;
              });
      row.asked += one.asked();
      row.loads += one.loads();
      row.loadNanos += one.nanos();
    }
  }

  /** Keeps what fingerprints look like; those that are kept already stay as they are. */
  public void keep(Collection<Fingerprint> fingerprints, Instant now) {
    if (fingerprints.isEmpty()) {
      return;
    }
    StatementTurnRow.take(entities);
    Set<String> there = texts(fingerprints.stream().map(Fingerprint::id).toList()).keySet();
    Set<String> kept = new HashSet<>(there);
    for (Fingerprint one : fingerprints) {
      if (kept.add(one.id())) {
        StatementTextRow row = new StatementTextRow();
        row.fingerprint = one.id();
        row.body = one.text();
        row.firstSeen = now;
        entities.persist(row);
      }
    }
    entities.flush();
  }

  /** What these fingerprints look like, by their ids. */
  public Map<String, String> texts(Collection<String> ids) {
    Map<String, String> texts = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select t from StatementTextRow t where t.fingerprint in :ids",
              StatementTextRow.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(t -> texts.put(t.fingerprint, t.body));
    }
    return texts;
  }

  /** The kinds of statements that took the most time in windows, the heaviest first. */
  public List<StoredSum> heaviest(Instant from, Instant until, int most) {
    return entities
        .createQuery(
            "select new magnus.persistence.statement.StoredSum(s.fingerprint, '', '',"
                + " sum(s.executions), sum(s.totalNanos), max(s.longestNanos))"
                + " from StatementWindowRow s where s.windowStart >= :from"
                + " and s.windowStart < :until group by s.fingerprint"
                + " order by sum(s.totalNanos) desc, s.fingerprint",
            StoredSum.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setMaxResults(most)
        .getResultList();
  }

  /** For whom and for which shelves these kinds ran in windows. */
  public List<StoredSum> split(Collection<String> fingerprints, Instant from, Instant until) {
    return fingerprints.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select new magnus.persistence.statement.StoredSum(s.fingerprint, s.cohort,"
                    + " s.shelf, sum(s.executions), sum(s.totalNanos), max(s.longestNanos))"
                    + " from StatementWindowRow s where s.windowStart >= :from"
                    + " and s.windowStart < :until and s.fingerprint in :fingerprints"
                    + " group by s.fingerprint, s.cohort, s.shelf",
                StoredSum.class)
            .setParameter("from", from)
            .setParameter("until", until)
            .setParameter("fingerprints", fingerprints)
            .getResultList();
  }

  /** All kinds together, by cohort and shelf. */
  public List<StoredSum> sums(Instant from, Instant until) {
    return entities
        .createQuery(
            "select new magnus.persistence.statement.StoredSum('', s.cohort, s.shelf,"
                + " sum(s.executions), sum(s.totalNanos), max(s.longestNanos))"
                + " from StatementWindowRow s where s.windowStart >= :from"
                + " and s.windowStart < :until group by s.cohort, s.shelf",
            StoredSum.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }

  /** What was asked of shelves in windows from one instant to before another, of all nodes. */
  public List<StoredShelfWindow> shelves(Instant from, Instant until) {
    return entities
        .createQuery(
            "select s.windowStart, s.shelf, sum(s.asked), sum(s.loads), sum(s.loadNanos)"
                + " from ShelfWindowRow s where s.windowStart >= :from and s.windowStart < :until"
                + " group by s.windowStart, s.shelf",
            Object[].class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList()
        .stream()
        .map(
            r ->
                new StoredShelfWindow(
                    (Instant) r[0], (String) r[1], (Long) r[2], (Long) r[3], (Long) r[4]))
        .toList();
  }

  /** Removes windows that began before; tells how many rows went. */
  public int prune(Instant before) {
    return entities
            .createQuery("delete from StatementWindowRow s where s.windowStart < :before")
            .setParameter("before", before)
            .executeUpdate()
        + entities
            .createQuery("delete from ShelfWindowRow s where s.windowStart < :before")
            .setParameter("before", before)
            .executeUpdate();
  }
}
