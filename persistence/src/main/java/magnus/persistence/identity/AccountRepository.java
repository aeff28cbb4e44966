package magnus.persistence.identity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts by id, name and provider subject. */
@Stateless
public class AccountRepository {

  @PersistenceContext EntityManager em;

  public AccountRepository() {}

  /** For tests. */
  public AccountRepository(EntityManager em) {
    this.em = em;
  }

  public void add(Account account) {
    em.persist(account);
    em.flush();
  }

  public Optional<Account> find(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id));
  }

  /** The account, locked until the transaction ends, so that two changes follow one another. */
  public Optional<Account> findLocked(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Waits until no other transaction, on any node, changes what accounts may do, and keeps others
   * waiting until this one ends: what is counted from here on stays so.
   */
  public void takeTurn() {
    em.find(AccountTurn.class, AccountTurn.ONLY, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * @param name in its one spelling
   */
  public Optional<Account> findByName(String name) {
    return em.createQuery("select a from Account a where a.name = :name", Account.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public Optional<Account> findBySubject(String issuer, String subject) {
    return Optional.ofNullable(
            em.find(AccountSubject.class, new AccountSubject.Key(issuer, subject)))
        .flatMap(found -> find(found.accountId()));
  }

  public void add(AccountSubject subject) {
    em.persist(subject);
    em.flush();
  }

  /** All accounts by name. */
  public List<Account> all() {
    return em.createQuery("select a from Account a order by a.name", Account.class).getResultList();
  }

  /** How many enabled accounts have the role. */
  public long countEnabled(String role) {
    return em.createQuery(
            "select count(a) from Account a where a.enabled = true and :role member of a.roles",
            Long.class)
        .setParameter("role", role)
        .getSingleResult();
  }
}
