package magnus.persistence.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that happened to accounts, for who looks into it later. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "occurred_at", nullable = false)
  private Instant occurredAt;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String what;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String outcome;

  @Column(nullable = false)
  private String address;

  protected AuditEntry() {}

  /**
   * @param actor name of the account that did it, or a word in brackets where none is known
   * @param what the action ("sign-in", "token-created")
   * @param subject what it was done to
   * @param outcome "done" or "refused"
   * @param address where the request came from
   */
  public AuditEntry(
      Instant occurredAt,
      String actor,
      String what,
      String subject,
      String outcome,
      String address) {
    this.occurredAt = occurredAt;
    this.actor = actor;
    this.what = what;
    this.subject = subject;
    this.outcome = outcome;
    this.address = address;
  }

  public long id() {
    return id;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  public String actor() {
    return actor;
  }

  public String what() {
    return what;
  }

  public String subject() {
    return subject;
  }

  public String outcome() {
    return outcome;
  }

  public String address() {
    return address;
  }
}
