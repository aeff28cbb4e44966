package magnus.persistence.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code recommendation_card}. */
@Entity(name = "RecommendationCardRow")
@Table(name = "recommendation_card")
class CardRow {

  @Id UUID id;

  @Column(name = "list_id", nullable = false)
  UUID list;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(nullable = false)
  int place;

  @Column(name = "recommendation_id", nullable = false)
  UUID recommendation;

  @Column(nullable = false, length = 60)
  String kind;

  @Column(nullable = false, length = 100)
  String subject;

  @Column(nullable = false, length = 20)
  String direction;

  @Column(nullable = false)
  int alternative;

  @Column(nullable = false)
  double propensity;

  @Column(nullable = false)
  double stated;

  @Column(nullable = false)
  double worth;

  @Column(nullable = false, columnDefinition = "text")
  String body;

  @Column(name = "shown_at", nullable = false)
  Instant shownAt;

  @Column(name = "expires_at", nullable = false)
  Instant expiresAt;

  @Column(name = "opened_at")
  @Nullable Instant openedAt;

  static CardRow of(StoredList list, StoredCard stored) {
    CardRow row = new CardRow();
    row.id = stored.id();
    row.list = list.id();
    row.account = list.account();
    row.place = stored.place();
    row.recommendation = stored.recommendation();
    row.kind = stored.kind();
    row.subject = stored.subject();
    row.direction = stored.direction();
    row.alternative = stored.alternative();
    row.propensity = stored.propensity();
    row.stated = stored.stated();
    row.worth = stored.worth();
    row.body = stored.body();
    row.shownAt = stored.shownAt();
    row.expiresAt = stored.expiresAt();
    return row;
  }

  StoredCard toStored() {
    return new StoredCard(
        id,
        place,
        recommendation,
        kind,
        subject,
        direction,
        alternative,
        propensity,
        stated,
        worth,
        body,
        shownAt,
        expiresAt);
  }
}
