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

/** Bearer tokens. */
@Stateless
public class TokenRepository {

  @PersistenceContext EntityManager em;

  public TokenRepository() {}

  /** For tests. */
  public TokenRepository(EntityManager em) {
    this.em = em;
  }

  public void add(ApiToken token) {
    em.persist(token);
  }

  /**
   * The token with its account, whether it still counts or not. Each request asks this: one
   * statement, and no transaction of its own.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<ApiToken> findBySecretHash(String secretHash) {
    EntityGraph<ApiToken> whole = em.createEntityGraph(ApiToken.class);
    whole.addSubgraph("account").addAttributeNodes("roles");
    return em
        .createQuery("select t from ApiToken t where t.secretHash = :hash", ApiToken.class)
        .setParameter("hash", secretHash)
        .setHint("jakarta.persistence.loadgraph", whole)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Tokens of the account, newest first, ended ones too. */
  public List<ApiToken> ofAccount(UUID account) {
    return em.createQuery(
            "select t from ApiToken t where t.account.id = :account order by t.createdAt desc, t.id",
            ApiToken.class)
        .setParameter("account", account)
        .getResultList();
  }

  public long count(UUID account) {
    return em.createQuery(
            "select count(t) from ApiToken t where t.account.id = :account", Long.class)
        .setParameter("account", account)
        .getSingleResult();
  }

  /** Notes that the token was used. */
  public void used(UUID id, Instant at) {
    em.createQuery("update ApiToken t set t.lastUsedAt = :at where t.id = :id")
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Revokes the token, if it is that account's; tells whether there was one. */
  public boolean remove(UUID id, UUID account) {
    return em.createQuery("delete from ApiToken t where t.id = :id and t.account.id = :account")
            .setParameter("id", id)
            .setParameter("account", account)
            .executeUpdate()
        > 0;
  }

  /** Revokes all tokens of the account. */
  public int removeAll(UUID account) {
    return em.createQuery("delete from ApiToken t where t.account.id = :account")
        .setParameter("account", account)
        .executeUpdate();
  }
}
