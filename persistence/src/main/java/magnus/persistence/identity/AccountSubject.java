package magnus.persistence.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The account that an OpenID provider's subject signs in to. */
@Entity
@Table(name = "account_subject")
public class AccountSubject {

  @EmbeddedId private Key key;

  @Column(name = "account_id", nullable = false)
  private UUID accountId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected AccountSubject() {}

  public AccountSubject(String issuer, String subject, UUID accountId, Instant createdAt) {
    this.key = new Key(issuer, subject);
    this.accountId = accountId;
    this.createdAt = createdAt;
  }

  public UUID accountId() {
    return accountId;
  }

  /** A subject is unique within its issuer only. */
  @Embeddable
  public static class Key {

    @Column(nullable = false)
    private String issuer;

    @Column(nullable = false)
    private String subject;

    protected Key() {}

    Key(String issuer, String subject) {
      this.issuer = issuer;
      this.subject = subject;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && issuer.equals(key.issuer) && subject.equals(key.subject);
    }

    @Override
    public int hashCode() {
      return Objects.hash(issuer, subject);
    }
  }
}
