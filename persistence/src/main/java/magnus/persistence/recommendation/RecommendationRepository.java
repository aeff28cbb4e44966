package magnus.persistence.recommendation;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Profiles, lists, answers and outcomes of accounts. Nothing is found without its account. */
@Stateless
public class RecommendationRepository {

  private static final String CARDS =
      "select c from RecommendationCardRow c where c.list in :lists order by c.place";

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public RecommendationRepository() {}

  /** For tests. */
  public RecommendationRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<StoredProfile> profile(UUID account) {
    return Optional.ofNullable(entities.find(ProfileRow.class, account)).map(ProfileRow::toStored);
  }

  public void put(StoredProfile profile) {
    ProfileRow row = entities.find(ProfileRow.class, profile.account());
    boolean isNew = row == null;
    ProfileRow kept = isNew ? new ProfileRow() : row;
    kept.account = profile.account();
    kept.take(profile);
    if (isNew) {
      entities.persist(kept);
    }
    entities.flush();
  }

  /** Keeps a new list, the only one of its account that is open then. */
  public void add(StoredList list) {
    close(list.account());
    entities.persist(ListRow.of(list));
    list.cards().forEach(card -> entities.persist(CardRow.of(list, card)));
    entities.flush();
  }

  /** The account's list that no answer and no newer list has ended. */
  public Optional<StoredList> open(UUID account) {
    return entities
        .createQuery(
            "select l from RecommendationListRow l where l.account = :account and l.open = true"
                + " order by l.shownAt desc",
            ListRow.class)
        .setParameter("account", account)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> row.toStored(cards(List.of(row.id)).getOrDefault(row.id, List.of())));
  }

  /** Ends what is open. */
  public void close(UUID account) {
    entities
        .createQuery(
            "update RecommendationListRow l set l.open = false"
                + " where l.account = :account and l.open = true")
        .setParameter("account", account)
        .executeUpdate();
  }

  /** All lists since then, of all accounts, the oldest first. */
  public List<StoredList> since(Instant shownAt, int most) {
    List<ListRow> rows =
        entities
            .createQuery(
                "select l from RecommendationListRow l where l.shownAt >= :since"
                    + " order by l.shownAt desc",
                ListRow.class)
            .setParameter("since", shownAt)
            .setMaxResults(most)
            .getResultList();
    Map<UUID, List<StoredCard>> cards = cards(rows.stream().map(r -> r.id).toList());
    List<StoredList> lists = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      ListRow row = rows.get(i);
      lists.add(row.toStored(cards.getOrDefault(row.id, List.of())));
    }
    return lists;
  }

  private Map<UUID, List<StoredCard>> cards(Collection<UUID> lists) {
    Map<UUID, List<StoredCard>> found = new HashMap<>();
    if (!lists.isEmpty()) {
      entities
          .createQuery(CARDS, CardRow.class)
          .setParameter("lists", lists)
          .getResultList()
          .forEach(c -> found.computeIfAbsent(c.list, l -> new ArrayList<>()).add(c.toStored()));
    }
    return found;
  }

  /** The account's cards shown since then, the newest first. */
  public List<StoredCard> cards(UUID account, Instant since) {
    return entities
        .createQuery(
            "select c from RecommendationCardRow c where c.account = :account"
                + " and c.shownAt >= :since order by c.shownAt desc",
            CardRow.class)
        .setParameter("account", account)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .map(CardRow::toStored)
        .toList();
  }

  /** The account's newest card of a recommendation. */
  public Optional<StoredCard> newest(UUID account, UUID recommendation) {
    return newestRow(account, recommendation).map(CardRow::toStored);
  }

  private Optional<CardRow> newestRow(UUID account, UUID recommendation) {
    return entities
        .createQuery(
            "select c from RecommendationCardRow c where c.account = :account"
                + " and c.recommendation = :recommendation order by c.shownAt desc",
            CardRow.class)
        .setParameter("account", account)
        .setParameter("recommendation", recommendation)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Notes when the account looked closer at its newest card of a recommendation, once. */
  public boolean opened(UUID account, UUID recommendation, Instant at) {
    Optional<CardRow> found = newestRow(account, recommendation);
    found.filter(c -> c.openedAt == null).ifPresent(c -> c.openedAt = at);
    entities.flush();
    return found.isPresent();
  }

  /** How many cards were shown and how many of them looked at closer, since then. */
  public long[] opened(Instant since) {
    Object[] counts =
        entities
            .createQuery(
                "select count(c), count(c.openedAt) from RecommendationCardRow c"
                    + " where c.shownAt >= :since",
                Object[].class)
            .setParameter("since", since)
            .getSingleResult();
    return new long[] {(Long) counts[0], (Long) counts[1]};
  }

  /** Cards of all accounts shown since then that were looked at closer. */
  public Set<UUID> openedCards(Instant since) {
    return Set.copyOf(
        entities
            .createQuery(
                "select c.id from RecommendationCardRow c"
                    + " where c.shownAt >= :since and c.openedAt is not null",
                UUID.class)
            .setParameter("since", since)
            .getResultList());
  }

  /** Keeps an answer in the place of an earlier one to the same card. */
  public void put(StoredAnswer answer) {
    AnswerRow row = entities.find(AnswerRow.class, answer.card());
    boolean isNew = row == null;
    AnswerRow kept = isNew ? new AnswerRow() : row;
    kept.take(answer);
    if (isNew) {
      entities.persist(kept);
    }
    entities.flush();
  }

  /** The account's answers, the oldest first. */
  public List<StoredAnswer> answers(UUID account) {
    return entities
        .createQuery(
            "select a from RecommendationAnswerRow a where a.account = :account"
                + " order by a.answeredAt",
            AnswerRow.class)
        .setParameter("account", account)
        .getResultList()
        .stream()
        .map(AnswerRow::toStored)
        .toList();
  }

  /** All accounts' answers since then, the oldest first. */
  public List<StoredAnswer> answersSince(Instant since) {
    return entities
        .createQuery(
            "select a from RecommendationAnswerRow a where a.answeredAt >= :since"
                + " order by a.answeredAt",
            AnswerRow.class)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .map(AnswerRow::toStored)
        .toList();
  }

  /** Takes back "not this kind" for one kind. */
  public int forgetKind(UUID account, String kind, String verdict) {
    return entities
        .createQuery(
            "delete from RecommendationAnswerRow a where a.account = :account"
                + " and a.kind = :kind and a.verdict = :verdict")
        .setParameter("account", account)
        .setParameter("kind", kind)
        .setParameter("verdict", verdict)
        .executeUpdate();
  }

  public void settle(StoredOutcome outcome) {
    if (entities.find(OutcomeRow.class, outcome.card()) == null) {
      entities.persist(OutcomeRow.of(outcome));
      entities.flush();
    }
  }

  public Optional<StoredOutcome> outcome(UUID card) {
    return Optional.ofNullable(entities.find(OutcomeRow.class, card)).map(OutcomeRow::toStored);
  }

  /** Cards by id, of one account. */
  public Map<UUID, StoredCard> cards(UUID account, Collection<UUID> ids) {
    Map<UUID, StoredCard> found = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select c from RecommendationCardRow c where c.account = :account and c.id in :ids",
              CardRow.class)
          .setParameter("account", account)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(c -> found.put(c.id, c.toStored()));
    }
    return found;
  }
}
