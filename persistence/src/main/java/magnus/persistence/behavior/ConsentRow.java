package magnus.persistence.behavior;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code behavior_consent}. */
@Entity(name = "BehaviorConsentRow")
@Table(name = "behavior_consent")
class ConsentRow {

  @Id
  @Column(name = "account_id")
  UUID account;

  @Column(nullable = false)
  boolean agreed;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Column(name = "void_until", nullable = false)
  Instant voidUntil;

  /** Takes over what the account says now. */
  void say(StoredConsent stored) {
    agreed = stored.agreed();
    changedAt = stored.changedAt();
    if (!agreed || voidUntil == null) {
      voidUntil = changedAt;
    }
  }

  boolean covers(Instant takenAt) {
    return agreed && takenAt.isAfter(voidUntil);
  }

  StoredConsent toStored() {
    return new StoredConsent(account, agreed, changedAt);
  }
}
