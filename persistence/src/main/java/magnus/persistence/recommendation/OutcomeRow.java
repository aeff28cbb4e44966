package magnus.persistence.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code recommendation_outcome}. */
@Entity(name = "RecommendationOutcomeRow")
@Table(name = "recommendation_outcome")
class OutcomeRow {

  @Id
  @Column(name = "card_id")
  UUID card;

  @Column(name = "from_date", nullable = false)
  LocalDate from;

  @Column(name = "to_date", nullable = false)
  LocalDate to;

  @Column(nullable = false, precision = 19, scale = 2)
  BigDecimal amount;

  @Column(nullable = false, precision = 19, scale = 2)
  BigDecimal chance;

  @Column(name = "settled_at", nullable = false)
  Instant settledAt;

  static OutcomeRow of(StoredOutcome stored) {
    OutcomeRow row = new OutcomeRow();
    row.card = stored.card();
    row.from = stored.from();
    row.to = stored.to();
    row.amount = stored.amount();
    row.chance = stored.chance();
    row.settledAt = stored.settledAt();
    return row;
  }

  StoredOutcome toStored() {
    return new StoredOutcome(card, from, to, amount, chance, settledAt);
  }
}
