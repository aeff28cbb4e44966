package magnus.persistence.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in. It ends when idle for too long, at its latest end, or when revoked.
 */
@Entity
@Table(name = "sign_in_session")
public class SignInSession {

  @Id private UUID id;

  @Column(name = "secret_hash", nullable = false)
  private String secretHash;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false)
  private String way;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(nullable = false)
  private String address;

  @Column(nullable = false)
  private String agent;

  protected SignInSession() {}

  /**
   * @param secretHash SHA-256 of the cookie's secret, hexadecimal
   * @param way how it was opened ("PASSWORD", "OIDC")
   * @param expiresAt the latest end
   * @param agent what the browser calls itself, at most 200 characters
   */
  public SignInSession(
      UUID id,
      String secretHash,
      Account account,
      String way,
      Instant createdAt,
      Instant expiresAt,
      String address,
      String agent) {
    this.id = id;
    this.secretHash = secretHash;
    this.account = account;
    this.way = way;
    this.createdAt = createdAt;
    this.lastSeenAt = createdAt;
    this.expiresAt = expiresAt;
    this.address = address;
    this.agent = agent;
  }

  public UUID id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String way() {
    return way;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String address() {
    return address;
  }

  public String agent() {
    return agent;
  }
}
