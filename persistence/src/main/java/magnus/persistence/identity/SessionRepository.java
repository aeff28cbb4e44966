package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Browser sessions. */
@Stateless
public class SessionRepository {

  @PersistenceContext EntityManager em;

  public SessionRepository() {}

  /** For tests. */
  public SessionRepository(EntityManager em) {
    this.em = em;
  }

  public void add(SignInSession session) {
    em.persist(session);
  }

  /**
   * The session with its account, whether it still counts or not. Each request asks this: one
   * statement, and no transaction of its own.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<SignInSession> findBySecretHash(String secretHash) {
    EntityGraph<SignInSession> whole = em.createEntityGraph(SignInSession.class);
    whole.addSubgraph("account").addAttributeNodes("roles");
    return em
        .createQuery(
            "select s from SignInSession s where s.secretHash = :hash", SignInSession.class)
        .setParameter("hash", secretHash)
        .setHint("jakarta.persistence.loadgraph", whole)
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * Sessions of an account that were seen after {@code idleSince} and have not ended, newest first.
   */
  public List<SignInSession> ofAccount(UUID account, Instant idleSince, Instant now) {
    return em.createQuery(
            "select s from SignInSession s where s.account.id = :account"
                + " and s.lastSeenAt > :idleSince and s.expiresAt > :now"
                + " order by s.createdAt desc, s.id",
            SignInSession.class)
        .setParameter("account", account)
        .setParameter("idleSince", idleSince)
        .setParameter("now", now)
        .getResultList();
  }

  /** Accounts whose browsers were seen since, the last seen first. */
  public List<UUID> seenSince(Instant since, int most) {
    return em.createQuery(
            "select s.account.id from SignInSession s where s.lastSeenAt > :since"
                + " and s.account.enabled = true group by s.account.id"
                + " order by max(s.lastSeenAt) desc, s.account.id",
            UUID.class)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Notes that the session was used; a plain update, so that parallel requests never collide. Tells
   * whether this one did: of several at once only the first.
   *
   * @param before when it had been seen last
   */
  public boolean seen(UUID id, Instant before, Instant at) {
    return em.createQuery(
                "update SignInSession s set s.lastSeenAt = :at"
                    + " where s.id = :id and s.lastSeenAt = :before")
            .setParameter("at", at)
            .setParameter("before", before)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  /** Ends the session, if it is that account's; tells whether there was one. */
  public boolean remove(UUID id, UUID account) {
    return em.createQuery(
                "delete from SignInSession s where s.id = :id and s.account.id = :account")
            .setParameter("id", id)
            .setParameter("account", account)
            .executeUpdate()
        > 0;
  }

  /** Ends all sessions of the account but one, which may be of no session at all. */
  public int removeAll(UUID account, UUID except) {
    return em.createQuery(
            "delete from SignInSession s where s.account.id = :account and s.id <> :except")
        .setParameter("account", account)
        .setParameter("except", except)
        .executeUpdate();
  }

  /** Removes what has ended. */
  public int prune(Instant idleSince, Instant now) {
    return em.createQuery(
            "delete from SignInSession s where s.lastSeenAt <= :idleSince or s.expiresAt <= :now")
        .setParameter("idleSince", idleSince)
        .setParameter("now", now)
        .executeUpdate();
  }
}
