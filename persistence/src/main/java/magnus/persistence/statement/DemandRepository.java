package magnus.persistence.statement;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is asked of shelves in each quarter of an hour of the week. */
@Stateless
public class DemandRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public DemandRepository() {}

  /** For tests. */
  public DemandRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Adds what was asked for to what is known of a quarter of an hour, which has lost half of its
   * weight for each half-life since. What belongs to accounts that do not agree to be recorded is
   * let go, and what belongs to those who began to agree, or had all deleted, after it was asked.
   * Nodes do so one after the other. Holds consents meanwhile, before any row of demand, so that
   * whoever withdraws or deletes comes after it and finds all that was written.
   *
   * @param since when the first of it was asked
   * @return how many rows were written
   */
  public int add(
      int slot, Collection<StoredDemand> demand, Instant since, Instant now, Duration halfLife) {
    StatementTurnRow.take(entities);
    Set<UUID> agreed = agreed(demand, since);
    Map<ShelfDemandRow.Key, ShelfDemandRow> rows = new HashMap<>();
    entities
        .createQuery(
            "select d from ShelfDemandRow d where d.slot = :slot order by d.shelf, d.entryKey",
            ShelfDemandRow.class)
        .setParameter("slot", slot)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(d -> rows.put(new ShelfDemandRow.Key(slot, d.shelf, d.entryKey), d));
    int written = 0;
    for (StoredDemand one : demand) {
      if (one.account().isPresent() && !agreed.contains(one.account().get())) {
        continue;
      }
      ShelfDemandRow row =
          rows.computeIfAbsent(
              new ShelfDemandRow.Key(slot, one.shelf(), one.key()),
              key -> {
                ShelfDemandRow fresh = ShelfDemandRow.of(key, one.account().orElse(null), now);
                entities.persist(fresh);
                return fresh;
              });
      double old = Math.max(0, Duration.between(row.countedAt, now).toMillis());
      row.weight = row.weight * Math.pow(0.5, old / halfLife.toMillis()) + one.weight();
      row.countedAt = now;
      written++;
    }
    entities.flush();
    return written;
  }

  private Set<UUID> agreed(Collection<StoredDemand> demand, Instant since) {
    Set<UUID> owners = new HashSet<>();
    demand.forEach(d -> d.account().ifPresent(owners::add));
    if (owners.isEmpty()) {
      return Set.of();
    }
    entities
        .createQuery(
            "select c from BehaviorConsentRow c where c.account in :owners order by c.account",
            Object.class)
        .setParameter("owners", owners)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
    return new HashSet<>(
        entities
            .createQuery(
                "select c.account from BehaviorConsentRow c where c.agreed = true"
                    + " and c.voidUntil <= :since and c.account in :owners",
                UUID.class)
            .setParameter("since", since)
            .setParameter("owners", owners)
            .getResultList());
  }

  /** What is asked for in a quarter of an hour of the week, the heaviest first. */
  public List<StoredDemand> heaviest(int slot, int most) {
    return entities
        .createQuery(
            "select d from ShelfDemandRow d where d.slot = :slot"
                + " order by d.weight desc, d.shelf, d.entryKey",
            ShelfDemandRow.class)
        .setParameter("slot", slot)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(d -> new StoredDemand(d.shelf, d.entryKey, Optional.ofNullable(d.account), d.weight))
        .toList();
  }

  /** What an account asks for of its own, by the quarter of an hour of the week. */
  public List<StoredHabitualDemand> of(UUID account) {
    return entities
        .createQuery(
            "select d from ShelfDemandRow d where d.account = :account"
                + " order by d.slot, d.shelf, d.entryKey",
            ShelfDemandRow.class)
        .setParameter("account", account)
        .getResultList()
        .stream()
        .map(d -> new StoredHabitualDemand(d.slot, d.shelf, d.entryKey, d.weight, d.countedAt))
        .toList();
  }

  /** Forgets what was not asked for since. */
  public int prune(Instant before) {
    return entities
        .createQuery("delete from ShelfDemandRow d where d.countedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
