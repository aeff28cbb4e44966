package magnus.persistence.portfolio;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Transactions and imports of a portfolio; callers have checked whose it is. */
@Stateless
public class TransactionRepository {

  private static final int BATCH = 500;

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public TransactionRepository() {}

  /** For tests. */
  public TransactionRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** The whole history by date and number. */
  public List<StoredTransaction> all(UUID portfolio) {
    return entities
        .createQuery(
            "select t from PortfolioTransactionRow t where t.portfolio = :portfolio"
                + " order by t.date, t.number",
            TransactionRow.class)
        .setParameter("portfolio", portfolio)
        .setHint("org.hibernate.readOnly", true)
        .getResultStream()
        .map(TransactionRow::toStored)
        .toList();
  }

  /** Those before the place (date, number), newest first. */
  public List<StoredTransaction> before(UUID portfolio, LocalDate date, long number, int limit) {
    return entities
        .createQuery(
            "select t from PortfolioTransactionRow t where t.portfolio = :portfolio"
                + " and (t.date < :date or t.date = :date and t.number < :number)"
                + " order by t.date desc, t.number desc",
            TransactionRow.class)
        .setParameter("portfolio", portfolio)
        .setParameter("date", date)
        .setParameter("number", number)
        .setMaxResults(limit)
        .getResultStream()
        .map(TransactionRow::toStored)
        .toList();
  }

  /** Adds a batch at the end of the portfolio's numbering; the portfolio's lock must be held. */
  public void addAll(UUID portfolio, List<StoredTransaction> batch) {
    PortfolioRow row = entities.find(PortfolioRow.class, portfolio);
    long number = row.nextNumber;
    row.nextNumber += batch.size();
    entities.flush();
    int pending = 0;
    for (StoredTransaction stored : batch) {
      entities.persist(TransactionRow.of(portfolio, number++, stored));
      if (++pending % BATCH == 0) {
        entities.flush();
        entities.clear();
      }
    }
    entities.flush();
    entities.clear();
  }

  /** Those of the fingerprints that the portfolio has. */
  public Set<String> known(UUID portfolio, Collection<String> fingerprints) {
    Set<String> known = new HashSet<>();
    List<String> asked = new ArrayList<>(new HashSet<>(fingerprints));
    for (int from = 0; from < asked.size(); from += BATCH) {
      known.addAll(
          entities
              .createQuery(
                  "select t.fingerprint from PortfolioTransactionRow t where t.portfolio = :portfolio"
                      + " and t.fingerprint in :asked",
                  String.class)
              .setParameter("portfolio", portfolio)
              .setParameter("asked", asked.subList(from, Math.min(asked.size(), from + BATCH)))
              .getResultList());
    }
    return known;
  }

  public void add(UUID portfolio, StoredImport stored) {
    entities.persist(ImportRow.of(portfolio, stored));
    entities.flush();
  }

  /** Imports, newest first. */
  public List<StoredImport> imports(UUID portfolio) {
    return entities
        .createQuery(
            "select i from PortfolioImportRow i where i.portfolio = :portfolio"
                + " order by i.importedAt desc, i.id",
            ImportRow.class)
        .setParameter("portfolio", portfolio)
        .getResultStream()
        .map(ImportRow::toStored)
        .toList();
  }

  public Optional<StoredImport> findImport(UUID portfolio, UUID id) {
    return Optional.ofNullable(entities.find(ImportRow.class, id))
        .filter(row -> row.portfolio.equals(portfolio))
        .map(ImportRow::toStored);
  }

  /** Removes one transaction. */
  public void remove(UUID portfolio, UUID id) {
    entities
        .createQuery(
            "delete from PortfolioTransactionRow t where t.portfolio = :portfolio and t.id = :id")
        .setParameter("portfolio", portfolio)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes an import with the transactions that it brought. */
  public void removeImport(UUID portfolio, UUID id) {
    entities
        .createQuery(
            "delete from PortfolioTransactionRow t where t.portfolio = :portfolio and t.importId = :id")
        .setParameter("portfolio", portfolio)
        .setParameter("id", id)
        .executeUpdate();
    entities
        .createQuery(
            "delete from PortfolioImportRow i where i.portfolio = :portfolio and i.id = :id")
        .setParameter("portfolio", portfolio)
        .setParameter("id", id)
        .executeUpdate();
  }
}
