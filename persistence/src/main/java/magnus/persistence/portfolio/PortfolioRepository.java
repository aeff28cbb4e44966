package magnus.persistence.portfolio;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.persistence.identity.Account;
import org.jspecify.annotations.Nullable;

/** Portfolios of an owner; somebody else's are not found. */
@Stateless
public class PortfolioRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public PortfolioRepository() {}

  /** For tests. */
  public PortfolioRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds one; its name must not be taken by another of the owner. */
  public void add(StoredPortfolio portfolio) {
    PortfolioRow row = new PortfolioRow();
    row.id = portfolio.id();
    row.owner = portfolio.owner();
    row.name = portfolio.name();
    row.currency = portfolio.currency();
    row.lotMethod = portfolio.lotMethod();
    row.taxTreatment = portfolio.taxTreatment();
    row.createdAt = portfolio.createdAt();
    row.nextNumber = 1;
    row.version = portfolio.version();
    entities.persist(row);
    entities.flush();
  }

  /** The owner's portfolios by name. */
  public List<StoredPortfolio> list(UUID owner) {
    return entities
        .createQuery(
            "select p from PortfolioRow p where p.owner = :owner order by p.name",
            PortfolioRow.class)
        .setParameter("owner", owner)
        .getResultStream()
        .map(PortfolioRow::toStored)
        .toList();
  }

  public Optional<StoredPortfolio> find(UUID owner, UUID id) {
    return row(owner, id).map(PortfolioRow::toStored);
  }

  /** Finds it and holds its lock until the transaction ends, so that changes follow one another. */
  public Optional<StoredPortfolio> findLocked(UUID owner, UUID id) {
    Optional<PortfolioRow> found = row(owner, id);
    found.ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
    return found.map(PortfolioRow::toStored);
  }

  /**
   * Holds the owner's names until the transaction ends, so that two who give the same name at once
   * follow one another and the second sees the first's.
   */
  public void lockNames(UUID owner) {
    entities.find(Account.class, owner, LockModeType.PESSIMISTIC_WRITE);
  }

  public boolean isNameTaken(UUID owner, String name, @Nullable UUID except) {
    return list(owner).stream().anyMatch(p -> p.name().equals(name) && !p.id().equals(except));
  }

  /** Changes name, lot method and tax treatment and counts the version up. */
  public StoredPortfolio change(
      UUID owner, UUID id, String name, String lotMethod, String taxTreatment) {
    PortfolioRow row = row(owner, id).orElseThrow();
    row.name = name;
    row.lotMethod = lotMethod;
    row.taxTreatment = taxTreatment;
    row.version++;
    entities.flush();
    return row.toStored();
  }

  /** Removes it with everything in it. */
  public void remove(UUID owner, UUID id) {
    row(owner, id)
        .ifPresent(
            row -> {
              for (String entity : List.of("PortfolioTransactionRow", "PortfolioImportRow")) {
                entities
                    .createQuery("delete from " + entity + " e where e.portfolio = :id")
                    .setParameter("id", id)
                    .executeUpdate();
              }
              entities.remove(row);
              entities.flush();
            });
  }

  private Optional<PortfolioRow> row(UUID owner, UUID id) {
    return Optional.ofNullable(entities.find(PortfolioRow.class, id))
        .filter(row -> row.owner.equals(owner));
  }
}
