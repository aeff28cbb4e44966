package magnus.persistence.behavior;

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
import org.jspecify.annotations.Nullable;

/** Consents, visits and accesses to symbols. */
@Stateless
public class BehaviorRepository {

  /** How long after a deletion or a withdrawal nothing of an account is taught. */
  private static final Duration UNTAUGHT = Duration.ofHours(1);

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public BehaviorRepository() {}

  /** For tests. */
  public BehaviorRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<StoredConsent> consent(UUID account) {
    return Optional.ofNullable(entities.find(ConsentRow.class, account)).map(ConsentRow::toStored);
  }

  /**
   * Keeps what the account says now. What it did before it agreed, or before it withdrew, is never
   * written. Where it withdraws, what is stored stays, and is taught no more: models begin anew
   * where they were taught some of it. Waits for a write of its visits, and for a deletion, that
   * has begun on any node.
   *
   * @return whether models begin anew
   */
  public boolean say(StoredConsent consent) {
    ConsentRow row = held(consent.account());
    boolean anew = false;
    if (row != null && row.agreed && !consent.agreed()) {
      anew = unteach(row, consent.changedAt());
      deleteDemand(consent.account());
    }
    if (row == null) {
      row = new ConsentRow();
      row.account = consent.account();
      row.say(consent);
      entities.persist(row);
    } else {
      row.say(consent);
    }
    entities.flush();
    return anew;
  }

  /** Has nothing of the account taught that is stored, nor what is written soon. */
  private boolean unteach(ConsentRow consent, Instant now) {
    boolean taught =
        entities
                .createQuery(
                    "select count(v) from NavigationRow v where v.account = :account"
                        + " and v.writtenAt > :until",
                    Long.class)
                .setParameter("account", consent.account)
                .setParameter("until", consent.untaughtUntil)
                .getSingleResult()
            > 0;
    consent.untaughtUntil(now.plus(UNTAUGHT));
    if (taught) {
      beginAnew();
    }
    return taught;
  }

  private int deleteDemand(UUID account) {
    return entities
        .createQuery("delete from ShelfDemandRow d where d.account = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  /**
   * Writes what accounts did since they agreed to it, and since they last had all deleted; the rest
   * is let go. Holds their consents meanwhile, so that whoever withdraws or deletes comes after it
   * and not between.
   *
   * @return how many rows were written
   */
  public int write(Collection<StoredVisit> visits, Collection<StoredAccess> accesses) {
    Set<UUID> accounts = new HashSet<>();
    visits.forEach(v -> accounts.add(v.account()));
    accesses.forEach(a -> accounts.add(a.account()));
    if (accounts.isEmpty()) {
      return 0;
    }
    Map<UUID, StoredConsent> consents = new HashMap<>();
    entities
        .createQuery(
            "select c from BehaviorConsentRow c where c.agreed = true and c.account in :accounts"
                + " order by c.account",
            ConsentRow.class)
        .setParameter("accounts", accounts)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(row -> consents.put(row.account, row.toStored()));
    int written = 0;
    for (StoredVisit visit : visits) {
      StoredConsent consent = consents.get(visit.account());
      if (consent != null && consent.covers(visit.visitedAt(), visit.writtenAt())) {
        entities.persist(VisitRow.of(visit));
        written++;
      }
    }
    for (StoredAccess access : accesses) {
      StoredConsent consent = consents.get(access.account());
      if (consent != null && consent.covers(access.accessedAt(), access.writtenAt())) {
        entities.persist(AccessRow.of(access));
        written++;
      }
    }
    entities.flush();
    entities.clear();
    return written;
  }

  /** An account's visits with a lower id, the newest first. */
  public List<StoredVisit> visits(UUID account, long before, int most) {
    return entities
        .createQuery(
            "select v from NavigationRow v where v.account = :account and v.id < :before"
                + " order by v.id desc",
            VisitRow.class)
        .setParameter("account", account)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(VisitRow::toStored)
        .toList();
  }

  /** An account's accesses with a lower id, the newest first. */
  public List<StoredAccess> accesses(UUID account, long before, int most) {
    return entities
        .createQuery(
            "select a from SymbolAccessRow a where a.account = :account and a.id < :before"
                + " order by a.id desc",
            AccessRow.class)
        .setParameter("account", account)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(AccessRow::toStored)
        .toList();
  }

  /** How many rows an account has: visits, accesses, and demand of shelves. */
  public long[] counts(UUID account) {
    return new long[] {
      count("select count(v) from NavigationRow v where v.account = :account", account),
      count("select count(a) from SymbolAccessRow a where a.account = :account", account),
      count("select count(d) from ShelfDemandRow d where d.account = :account", account)
    };
  }

  private long count(String query, UUID account) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("account", account)
        .getSingleResult();
  }

  /**
   * Visits with a higher id in the order of their ids, for models to learn from: of accounts that
   * agree, without what they had deleted or withdrew from.
   *
   * @param until only those written before; later ones may have gaps that are still to be filled
   */
  public List<StoredVisit> visitsAfter(long after, Instant until, int most) {
    return entities
        .createQuery(
            "select v from NavigationRow v, BehaviorConsentRow c where v.id > :after"
                + " and v.writtenAt < :until and c.account = v.account and c.agreed = true"
                + " and v.writtenAt > c.untaughtUntil order by v.id",
            VisitRow.class)
        .setParameter("after", after)
        .setParameter("until", until)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(VisitRow::toStored)
        .toList();
  }

  /** The id before the newest {@code most} visits; 0 where there are fewer. */
  public long beforeNewest(int most) {
    List<Long> ids =
        entities
            .createQuery("select v.id from NavigationRow v order by v.id desc", Long.class)
            .setFirstResult(most)
            .setMaxResults(1)
            .getResultList();
    return ids.isEmpty() ? 0 : ids.get(0);
  }

  /**
   * Deletes all that an account did, and has models begin anew where they were taught some of it.
   * What it does within the next hour is not taught, so that who deletes again and again does not
   * have all models learn again and again.
   *
   * @param now what it did until then and is still on its way, on whichever node, is not written
   */
  public Forgotten forget(UUID account, Instant now) {
    ConsentRow consent = held(account);
    boolean anew = false;
    if (consent != null) {
      consent.voidUntil(now);
      anew = unteach(consent, now);
      entities.flush();
    }
    int gone =
        entities
                .createQuery("delete from NavigationRow v where v.account = :account")
                .setParameter("account", account)
                .executeUpdate()
            + entities
                .createQuery("delete from SymbolAccessRow a where a.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    // What is his own on shelves, and when he asks for it.
    gone += deleteDemand(account);
    return new Forgotten(gone, anew);
  }

  /**
   * What went.
   *
   * @param anew whether models begin anew
   */
  public record Forgotten(int rows, boolean anew) {}

  private @Nullable ConsentRow held(UUID account) {
    return entities.find(ConsentRow.class, account, LockModeType.PESSIMISTIC_WRITE);
  }

  private void beginAnew() {
    int counted =
        entities
            .createQuery("update BehaviorEpochRow e set e.epoch = e.epoch + 1 where e.id = :only")
            .setParameter("only", EpochRow.ONLY)
            .executeUpdate();
    if (counted == 0) {
      EpochRow first = new EpochRow();
      first.id = EpochRow.ONLY;
      first.epoch = 1;
      entities.persist(first);
    }
  }

  /** How often somebody had his visits deleted. */
  public long epoch() {
    EpochRow row = entities.find(EpochRow.class, EpochRow.ONLY);
    return row == null ? 0 : row.epoch;
  }

  /**
   * Takes the turn of removing what is old, unless a node has taken it since.
   *
   * @param since when the turn before must have begun at the latest
   */
  public boolean takesPruning(Instant since, Instant now) {
    return entities
            .createQuery(
                "update BehaviorPruningRow p set p.prunedAt = :now"
                    + " where p.id = :only and p.prunedAt <= :since")
            .setParameter("now", now)
            .setParameter("only", PruningRow.ONLY)
            .setParameter("since", since)
            .executeUpdate()
        > 0;
  }

  /** Removes what was written before, a bounded part of it; tells how many rows went. */
  public int prune(Instant before, int most) {
    return prune("NavigationRow", before, most) + prune("SymbolAccessRow", before, most);
  }

  private int prune(String rows, Instant before, int most) {
    List<Long> old =
        entities
            .createQuery(
                "select r.id from " + rows + " r where r.writtenAt < :before order by r.id",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from " + rows + " r where r.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }
}
