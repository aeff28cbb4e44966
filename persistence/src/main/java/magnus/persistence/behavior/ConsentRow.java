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

  @Column(name = "untaught_until", nullable = false)
  Instant untaughtUntil = Instant.EPOCH;

  /**
   * Takes over what the account says now. Whatever turns it, in either direction, voids all that
   * was done before; saying the same again changes nothing.
   */
  void say(StoredConsent stored) {
    if (voidUntil != null && agreed == stored.agreed()) {
      return;
    }
    agreed = stored.agreed();
    changedAt = stored.changedAt();
    voidUntil(changedAt);
  }

  /** Nothing done until then counts; that time never goes back. */
  void voidUntil(Instant until) {
    if (voidUntil == null || until.isAfter(voidUntil)) {
      voidUntil = until;
    }
  }

  /** Nothing that was written until then is taught; that time never goes back. */
  void untaughtUntil(Instant until) {
    if (until.isAfter(untaughtUntil)) {
      untaughtUntil = until;
    }
  }

  StoredConsent toStored() {
    return new StoredConsent(account, agreed, changedAt, voidUntil);
  }
}
