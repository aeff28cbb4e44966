package magnus.persistence.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code recommendation_profile}. */
@Entity(name = "RecommendationProfileRow")
@Table(name = "recommendation_profile")
class ProfileRow {

  @Id
  @Column(name = "account_id")
  UUID account;

  @Column(name = "risk_tolerance", nullable = false, length = 20)
  String riskTolerance;

  @Column(name = "horizon_years", nullable = false)
  int horizonYears;

  @Column(nullable = false)
  boolean taxed;

  @Column(name = "short_rate", nullable = false)
  double shortRate;

  @Column(name = "long_rate", nullable = false)
  double longRate;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  void take(StoredProfile stored) {
    riskTolerance = stored.riskTolerance();
    horizonYears = stored.horizonYears();
    taxed = stored.taxed();
    shortRate = stored.shortRate();
    longRate = stored.longRate();
    changedAt = stored.changedAt();
  }

  StoredProfile toStored() {
    return new StoredProfile(
        account, riskTolerance, horizonYears, taxed, shortRate, longRate, changedAt);
  }
}
