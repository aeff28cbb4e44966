package magnus.persistence.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code recommendation_answer}. */
@Entity(name = "RecommendationAnswerRow")
@Table(name = "recommendation_answer")
class AnswerRow {

  @Id
  @Column(name = "card_id")
  UUID card;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "recommendation_id", nullable = false)
  UUID recommendation;

  @Column(nullable = false, length = 60)
  String kind;

  @Column(nullable = false, length = 100)
  String subject;

  @Column(nullable = false, length = 20)
  String direction;

  @Column(nullable = false, length = 20)
  String verdict;

  @Column(length = 500)
  @Nullable String reason;

  @Column(name = "snoozed_until")
  @Nullable Instant until;

  @Column(name = "answered_at", nullable = false)
  Instant answeredAt;

  @Column(name = "market_at", nullable = false)
  Instant marketAt;

  void take(StoredAnswer stored) {
    card = stored.card();
    account = stored.account();
    recommendation = stored.recommendation();
    kind = stored.kind();
    subject = stored.subject();
    direction = stored.direction();
    verdict = stored.verdict();
    reason = stored.reason();
    until = stored.until();
    answeredAt = stored.answeredAt();
    marketAt = stored.marketAt();
  }

  StoredAnswer toStored() {
    return new StoredAnswer(
        card,
        account,
        recommendation,
        kind,
        subject,
        direction,
        verdict,
        reason,
        until,
        answeredAt,
        marketAt);
  }
}
