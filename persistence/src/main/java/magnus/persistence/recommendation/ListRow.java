package magnus.persistence.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of {@code recommendation_list}. */
@Entity(name = "RecommendationListRow")
@Table(name = "recommendation_list")
class ListRow {

  @Id UUID id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "shown_at", nullable = false)
  Instant shownAt;

  @Column(name = "market_at", nullable = false)
  Instant marketAt;

  @Column(nullable = false, length = 40)
  String policy;

  @Column(nullable = false, columnDefinition = "text")
  String context;

  @Column(name = "open", nullable = false)
  boolean open;

  static ListRow of(StoredList stored) {
    ListRow row = new ListRow();
    row.id = stored.id();
    row.account = stored.account();
    row.shownAt = stored.shownAt();
    row.marketAt = stored.marketAt();
    row.policy = stored.policy();
    row.context = stored.context();
    row.open = true;
    return row;
  }

  StoredList toStored(List<StoredCard> cards) {
    return new StoredList(id, account, shownAt, marketAt, policy, context, cards);
  }
}
