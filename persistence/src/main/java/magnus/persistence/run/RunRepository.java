package magnus.persistence.run;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import magnus.persistence.identity.Account;
import org.jspecify.annotations.Nullable;

/**
 * The journal of runs. Every write is a transaction of its own, whatever transaction the caller is
 * in: once a method has returned, the event may be shown.
 *
 * <p>An event is appended only by whoever holds the run's present fence and knows its last
 * sequence, checked in the same statement that locks the run's row; so sequences have no gaps, and
 * a node that lost the run without knowing cannot write into it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunRepository {

  @PersistenceContext private EntityManager em;

  public RunRepository() {}

  /** For tests. */
  public RunRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * Stores a new run with its first event, unless its owner has as many under way as he may. His
   * account is locked meanwhile, so that several that begin at once are counted one after another.
   *
   * @param most runs of one owner under way on all nodes
   * @return false when there are so many already; then nothing is stored
   */
  public boolean begin(StoredRun run, StoredEvent start, int most) {
    em.find(Account.class, run.owner().id(), LockModeType.PESSIMISTIC_WRITE);
    if (countRunning(run.owner().id()) >= most) {
      return false;
    }
    run.begun(start);
    em.persist(run);
    em.persist(start);
    return true;
  }

  public Optional<StoredRun> find(UUID run) {
    return Optional.ofNullable(em.find(StoredRun.class, run));
  }

  /** The owner's runs, newest first, those that began before the given one or instant. */
  public List<StoredRun> findByOwner(
      UUID owner, @Nullable Instant startedBefore, @Nullable UUID orIdBelow, int limit) {
    String page =
        startedBefore == null
            ? ""
            : " and (r.startedAt < :before or r.startedAt = :before and r.id < :below)";
    var query =
        em.createQuery(
                "select r from StoredRun r where r.ownerId = :owner"
                    + page
                    + " order by r.startedAt desc, r.id desc",
                StoredRun.class)
            .setParameter("owner", owner)
            .setMaxResults(limit);
    if (startedBefore != null) {
      query
          .setParameter("before", startedBefore)
          .setParameter("below", orIdBelow == null ? new UUID(0, 0) : orIdBelow);
    }
    return query.getResultList();
  }

  /** How many runs of the owner are under way on any node. */
  public long countRunning(UUID owner) {
    return em.createQuery(
            "select count(r) from StoredRun r where r.ownerId = :owner and r.status = :running",
            Long.class)
        .setParameter("owner", owner)
        .setParameter("running", StoredStatus.RUNNING)
        .getSingleResult();
  }

  /** Events after the given sequence, in order. */
  public List<StoredEvent> findEvents(UUID run, long after, int limit) {
    return em.createQuery(
            "select e from StoredEvent e where e.runId = :run and e.sequence > :after"
                + " order by e.sequence",
            StoredEvent.class)
        .setParameter("run", run)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How far these runs are; those that do not exist are left out. */
  public List<RunHead> findHeads(Collection<UUID> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select new magnus.persistence.run.RunHead(r.id, r.status, r.lastSequence, r.fence)"
                + " from StoredRun r where r.id in :runs",
            RunHead.class)
        .setParameter("runs", runs)
        .getResultList();
  }

  /**
   * Appends an event.
   *
   * @param fence the fence under which the caller works
   * @param progress share of the run's work that is done, 0–1
   * @param beginsStep whether the event is the first of its step, which forgets failed attempts
   * @return false when the caller has lost the run or the run has ended
   */
  public boolean append(StoredEvent event, long fence, double progress, boolean beginsStep) {
    int touched =
        em.createQuery(
                "update StoredRun r set r.lastSequence = :sequence, r.stepIndex = :step,"
                    + " r.progress = :progress"
                    + (beginsStep ? ", r.attempt = 0" : "")
                    + " where r.id = :run and r.fence = :fence and r.status = :running"
                    + " and r.lastSequence = :before")
            .setParameter("sequence", event.sequence())
            .setParameter("step", event.stepIndex())
            .setParameter("progress", progress)
            .setParameter("run", event.runId())
            .setParameter("fence", fence)
            .setParameter("running", StoredStatus.RUNNING)
            .setParameter("before", event.sequence() - 1)
            .executeUpdate();
    if (touched == 0) {
      return false;
    }
    em.persist(event);
    return true;
  }

  /** Ends a run as its holder; empty when the caller has lost it or it has ended already. */
  public Optional<StoredEvent> end(UUID run, long fence, StoredStatus how, Ending ending) {
    return endIf(run, r -> r.fence() == fence, how, ending);
  }

  /** Cancels a run, whoever holds it; empty when it has ended already. */
  public Optional<StoredEvent> cancel(UUID run, Ending ending) {
    return endIf(run, r -> true, StoredStatus.CANCELLED, ending);
  }

  /** The last event of a run, before it has its place. */
  public record Ending(String type, Instant at, String payload) {}

  private Optional<StoredEvent> endIf(
      UUID id, Predicate<StoredRun> allowed, StoredStatus how, Ending ending) {
    StoredRun run = em.find(StoredRun.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (run == null || run.status() != StoredStatus.RUNNING || !allowed.test(run)) {
      return Optional.empty();
    }
    StoredEvent last =
        new StoredEvent(
            id,
            run.lastSequence() + 1,
            run.steps().split(",").length,
            ending.type(),
            ending.at(),
            ending.payload());
    em.persist(last);
    run.end(how, last);
    return Optional.of(last);
  }

  /** Renews the holder's lease on those runs that it still holds. */
  public int renew(String holder, Collection<UUID> runs, Instant until) {
    if (runs.isEmpty()) {
      return 0;
    }
    return em.createQuery(
            "update StoredRun r set r.leaseUntil = :until"
                + " where r.holder = :holder and r.id in :runs and r.status = :running")
        .setParameter("until", until)
        .setParameter("holder", holder)
        .setParameter("runs", runs)
        .setParameter("running", StoredStatus.RUNNING)
        .executeUpdate();
  }

  /** Gives up what this holder works on, so that any node may take it up at once. */
  public int release(String holder) {
    return em.createQuery(
            "update StoredRun r set r.holder = null, r.leaseUntil = null, r.fence = r.fence + 1"
                + " where r.holder = :holder and r.status = :running")
        .setParameter("holder", holder)
        .setParameter("running", StoredStatus.RUNNING)
        .executeUpdate();
  }

  /** Runs under way that nobody works on: released, or with a lapsed lease. Oldest first. */
  public List<StoredRun> findAbandoned(Instant now, int limit) {
    return em.createQuery(
            "select r from StoredRun r where r.status = :running"
                + " and (r.holder is null or r.leaseUntil < :now) order by r.startedAt",
            StoredRun.class)
        .setParameter("running", StoredStatus.RUNNING)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Lets the leases lapse that earlier incarnations of a node left behind; asked once, when the
   * node starts, so that its runs need not wait.
   *
   * @param node what all holders of the node begin with
   */
  public int lapse(String node, String presentHolder, Instant now) {
    return em.createQuery(
            "update StoredRun r set r.leaseUntil = :past where r.status = :running"
                + " and r.holder <> :holder and substring(r.holder, 1, :length) = :node")
        .setParameter("past", now.minusMillis(1))
        .setParameter("running", StoredStatus.RUNNING)
        .setParameter("holder", presentHolder)
        .setParameter("length", node.length())
        .setParameter("node", node)
        .executeUpdate();
  }

  /**
   * Takes a run over from the fence under which it was found; of several that try, one succeeds.
   *
   * @return the run under its new fence, or empty when somebody else was faster
   */
  public Optional<StoredRun> claim(UUID run, long fence, StoredRun.Lease lease) {
    int touched =
        em.createQuery(
                "update StoredRun r set r.fence = r.fence + 1, r.leaseUntil = :until,"
                    + " r.attempt = case when r.holder is null then r.attempt else r.attempt + 1 end,"
                    + " r.holder = :holder"
                    + " where r.id = :run and r.fence = :fence and r.status = :running")
            .setParameter("until", lease.until())
            .setParameter("holder", lease.holder())
            .setParameter("run", run)
            .setParameter("fence", fence)
            .setParameter("running", StoredStatus.RUNNING)
            .executeUpdate();
    em.clear();
    return touched == 0 ? Optional.empty() : find(run);
  }

  /** Deletes runs that ended before the instant, with their events, at most so many. */
  public int deleteEndedBefore(Instant instant, int limit) {
    List<UUID> old =
        em.createQuery(
                "select r.id from StoredRun r where r.endedAt < :instant order by r.endedAt",
                UUID.class)
            .setParameter("instant", instant)
            .setMaxResults(limit)
            .getResultList();
    if (old.isEmpty()) {
      return 0;
    }
    em.createQuery("delete from StoredEvent e where e.runId in :old")
        .setParameter("old", old)
        .executeUpdate();
    return em.createQuery("delete from StoredRun r where r.id in :old")
        .setParameter("old", old)
        .executeUpdate();
  }
}
