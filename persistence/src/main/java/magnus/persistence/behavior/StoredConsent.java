package magnus.persistence.behavior;

import java.time.Instant;
import java.util.UUID;

/**
 * What an account said about being recorded.
 *
 * @param changedAt when it said so
 * @param voidUntil what it did until then does not count: since when it agrees, or when it last had
 *     all deleted
 */
public record StoredConsent(UUID account, boolean agreed, Instant changedAt, Instant voidUntil) {

  /** What an account says now. */
  public static StoredConsent said(UUID account, boolean agreed, Instant now) {
    return new StoredConsent(account, agreed, now, now);
  }

  /**
   * Whether something may be recorded.
   *
   * @param doneAt when it was done, as the browser tells
   * @param takenAt when the server was told
   */
  public boolean covers(Instant doneAt, Instant takenAt) {
    return agreed && doneAt.isAfter(voidUntil) && takenAt.isAfter(voidUntil);
  }
}
