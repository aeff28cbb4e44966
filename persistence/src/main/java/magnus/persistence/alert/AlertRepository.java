package magnus.persistence.alert;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules and notices of accounts. Nothing of an account is found without it. */
@Stateless
public class AlertRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public AlertRepository() {}

  /** For tests. */
  public AlertRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a rule in the place of the one with its id; what it has told counts no more. */
  public void put(StoredRule rule) {
    RuleRow row = entities.find(RuleRow.class, rule.id());
    boolean isNew = row == null;
    RuleRow kept = isNew ? new RuleRow() : row;
    kept.take(rule);
    if (isNew) {
      entities.persist(kept);
    } else {
      forget(rule.id());
    }
    entities.flush();
  }

  private void forget(UUID rule) {
    entities
        .createQuery("delete from AlertStateRow s where s.key.rule = :rule")
        .setParameter("rule", rule)
        .executeUpdate();
  }

  public Optional<StoredRule> rule(UUID account, UUID id) {
    return Optional.ofNullable(entities.find(RuleRow.class, id))
        .filter(r -> r.account.equals(account))
        .map(RuleRow::toStored);
  }

  /** The account's rules, the oldest first. */
  public List<StoredRule> rules(UUID account) {
    return entities
        .createQuery(
            "select r from AlertRuleRow r where r.account = :account order by r.createdAt, r.id",
            RuleRow.class)
        .setParameter("account", account)
        .getResultList()
        .stream()
        .map(RuleRow::toStored)
        .toList();
  }

  /** Every account's rules that are in force, by account. */
  public List<StoredRule> enabled() {
    return entities
        .createQuery(
            "select r from AlertRuleRow r where r.enabled = true order by r.account, r.id",
            RuleRow.class)
        .getResultList()
        .stream()
        .map(RuleRow::toStored)
        .toList();
  }

  /** Whether there was such a rule of the account. */
  public boolean remove(UUID account, UUID id) {
    if (rule(account, id).isEmpty()) {
      return false;
    }
    forget(id);
    entities
        .createQuery("delete from AlertRuleRow r where r.id = :id")
        .setParameter("id", id)
        .executeUpdate();
    return true;
  }

  /**
   * Tells of something, unless its rule is disarmed for that subject or told of it after {@code
   * coolSince}; disarms it. On all nodes one notice comes of it.
   */
  public boolean fire(StoredNotice notice, Instant coolSince) {
    StateRow.Key key = new StateRow.Key(notice.rule(), notice.subject());
    int taken =
        entities
            .createQuery(
                "update AlertStateRow s set s.armed = false, s.firedAt = :now where s.key = :key"
                    + " and s.armed = true and (s.firedAt <= :cool or s.firedAt > :now)")
            .setParameter("now", notice.marketAt())
            .setParameter("key", key)
            .setParameter("cool", coolSince)
            .executeUpdate();
    if (taken == 0) {
      if (entities.find(StateRow.class, key) != null) {
        return false;
      }
      StateRow first = new StateRow();
      first.key = key;
      first.armed = false;
      first.firedAt = notice.marketAt();
      entities.persist(first);
    }
    entities.persist(NoticeRow.of(notice));
    entities.flush();
    return true;
  }

  /** Lets a rule tell of a subject again. */
  public void rearm(UUID rule, String subject) {
    entities
        .createQuery(
            "update AlertStateRow s set s.armed = true where s.key = :key and s.armed = false")
        .setParameter("key", new StateRow.Key(rule, subject))
        .executeUpdate();
  }

  /** Subjects of which a rule will not tell before they have calmed down. */
  public List<String> disarmed(UUID rule) {
    return entities
        .createQuery(
            "select s.key.subject from AlertStateRow s"
                + " where s.key.rule = :rule and s.armed = false order by s.key.subject",
            String.class)
        .setParameter("rule", rule)
        .getResultList();
  }

  /**
   * The account's notices, the newest first.
   *
   * @param before only those raised before that; null for the newest
   */
  public List<StoredNotice> notices(
      UUID account, boolean unreadOnly, @Nullable Instant before, int most) {
    return entities
        .createQuery(
            "select n from AlertNoticeRow n where n.account = :account and n.raisedAt < :before"
                + (unreadOnly ? " and n.acknowledgedAt is null" : "")
                + " order by n.raisedAt desc, n.id",
            NoticeRow.class)
        .setParameter("account", account)
        .setParameter("before", before == null ? Instant.parse("9999-01-01T00:00:00Z") : before)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(NoticeRow::toStored)
        .toList();
  }

  public long unread(UUID account) {
    return entities
        .createQuery(
            "select count(n) from AlertNoticeRow n"
                + " where n.account = :account and n.acknowledgedAt is null",
            Long.class)
        .setParameter("account", account)
        .getSingleResult();
  }

  /** Notes that the account has seen a notice; whether there is such a one. */
  public boolean acknowledge(UUID account, UUID id, Instant at) {
    NoticeRow row = entities.find(NoticeRow.class, id);
    if (row == null || !row.account.equals(account)) {
      return false;
    }
    if (row.acknowledgedAt == null) {
      row.acknowledgedAt = at;
    }
    entities.flush();
    return true;
  }

  /** The same for all; how many had not been seen. */
  public int acknowledgeAll(UUID account, Instant at) {
    return entities
        .createQuery(
            "update AlertNoticeRow n set n.acknowledgedAt = :now"
                + " where n.account = :account and n.acknowledgedAt is null")
        .setParameter("now", at)
        .setParameter("account", account)
        .executeUpdate();
  }

  /** Lets go what was seen before then. */
  public int prune(Instant seenBefore) {
    return entities
        .createQuery("delete from AlertNoticeRow n where n.acknowledgedAt < :before")
        .setParameter("before", seenBefore)
        .executeUpdate();
  }

  /** Takes or keeps the turn for a node; false while another has it. */
  public boolean turn(String node, Instant now, Instant until) {
    int taken =
        entities
            .createQuery(
                "update AlertTurnRow t set t.node = :node, t.heldUntil = :until where t.id = 1"
                    + " and (t.node = :node or t.heldUntil < :now)")
            .setParameter("node", node)
            .setParameter("until", until)
            .setParameter("now", now)
            .executeUpdate();
    if (taken == 0 && entities.find(TurnRow.class, 1) == null) {
      TurnRow first = new TurnRow();
      first.id = 1;
      first.node = node;
      first.heldUntil = until;
      entities.persist(first);
      entities.flush();
      return true;
    }
    return taken == 1;
  }
}
