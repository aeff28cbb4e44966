package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.AuditEntry;
import magnus.persistence.identity.AuditRepository;

/** Who did what to which account, and from where. */
@Stateless
public class AuditLog {

  private static final int MOST_SUBJECT = 200;
  private static final int MOST_ACTOR = 100;

  @Inject AuditRepository entries;
  @Inject WallClock clock;

  /** Notes what was done, in the transaction that does it. */
  public void done(String actor, String action, String subject, RequestOrigin origin) {
    add(actor, action, subject, "done", origin);
  }

  /** Notes what was refused, whatever becomes of the transaction that refuses. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(String actor, String action, String subject, RequestOrigin origin) {
    add(actor, action, subject, "refused", origin);
  }

  /** Notes what was tried and failed by no fault of the caller, whatever rolls back with it. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(String actor, String action, String subject, RequestOrigin origin) {
    add(actor, action, subject, "failed", origin);
  }

  /**
   * Entries with lower ids, newest first.
   *
   * @param before {@link Long#MAX_VALUE} for the newest
   */
  public List<AuditLine> before(long before, int limit) {
    return entries.before(before, limit).stream()
        .map(
            e ->
                new AuditLine(
                    e.id(),
                    e.occurredAt(),
                    e.actor(),
                    e.what(),
                    e.subject(),
                    e.outcome(),
                    e.address()))
        .toList();
  }

  private void add(
      String actor, String action, String subject, String outcome, RequestOrigin origin) {
    entries.add(
        new AuditEntry(
            clock.instant(),
            cut(actor, MOST_ACTOR),
            action,
            cut(subject, MOST_SUBJECT),
            outcome,
            origin.address()));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
