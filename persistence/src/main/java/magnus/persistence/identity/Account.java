package magnus.persistence.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, with a password, by an OpenID provider, or both. */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;

  @Column(nullable = false)
  private String name;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  private boolean enabled;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "password_changed_at")
  private @Nullable Instant passwordChangedAt;

  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role_name", nullable = false)
  private Set<String> roles = new TreeSet<>();

  protected Account() {}

  /**
   * @param name the sign-in name, already in its one spelling
   */
  public Account(UUID id, String name, Set<String> roles, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.enabled = true;
    this.createdAt = createdAt;
    this.roles = new TreeSet<>(roles);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** The encoded password hash; empty for who signs in by a provider only. */
  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  public boolean isEnabled() {
    return enabled;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Set<String> roles() {
    return Set.copyOf(roles);
  }

  /** A new password. */
  public void changePassword(String hash, Instant at) {
    this.passwordHash = hash;
    this.passwordChangedAt = at;
  }

  /** The same password, hashed with other parameters. */
  public void rehash(String hash) {
    this.passwordHash = hash;
  }

  public void enable(boolean on) {
    this.enabled = on;
  }

  /** Replaces the roles. */
  public void give(Set<String> all) {
    roles.retainAll(all);
    roles.addAll(all);
  }
}
