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

  static ConsentRow of(StoredConsent stored) {
    ConsentRow row = new ConsentRow();
    row.account = stored.account();
    row.agreed = stored.agreed();
    row.changedAt = stored.changedAt();
    return row;
  }

  StoredConsent toStored() {
    return new StoredConsent(account, agreed, changedAt);
  }
}
