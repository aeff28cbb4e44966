package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.secret.Secret;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import magnus.persistence.identity.ApiToken;
import magnus.persistence.identity.TokenRepository;
import org.jspecify.annotations.Nullable;

/** Bearer tokens, with which a program acts for an account. */
@Stateless
public class Tokens {

  /** What every token starts with, so that scanners recognise a leaked one. */
  public static final String MARK = "mgn_";

  private static final int SHOWN = MARK.length() + 4;
  private static final int MOST_TOKENS = 50;
  private static final int MOST_NAME = 100;
  private static final int MOST_DAYS = 3650;
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  @Inject TokenRepository tokens;
  @Inject AccountRepository accounts;
  @Inject WallClock clock;
  @Inject AuditLog audit;

  /** The caller for whom a program with this token acts, if it still counts. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Caller> find(String secret) {
    if (!secret.startsWith(MARK)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiToken> found =
        tokens.findBySecretHash(Secret.digest(secret)).filter(t -> counts(t, now));
    found
        .filter(t -> t.lastUsedAt().map(u -> u.plus(NOTED_EVERY).isBefore(now)).orElse(true))
        .ifPresent(t -> tokens.used(t.id(), now));
    return found.map(t -> AccountRecords.caller(t.account()));
  }

  private static boolean counts(ApiToken token, Instant now) {
    return token.expiresAt().map(now::isBefore).orElse(true) && token.account().isEnabled();
  }

  /** The caller's tokens, newest first, ended ones too. */
  public List<Token> of(Caller caller) {
    return tokens.ofAccount(caller.id()).stream().map(Tokens::view).toList();
  }

  /**
   * Makes a token.
   *
   * @param expiresInDays empty for never
   * @throws Refusal for a name or number of days that is not allowed, or too many tokens
   */
  public CreatedToken create(
      Caller caller, @Nullable String name, Optional<Integer> expiresInDays, RequestOrigin origin) {
    if (name == null || name.isBlank() || name.strip().length() > MOST_NAME) {
      throw Refusal.malformed("name", name, "a text of 1 to " + MOST_NAME + " characters");
    }
    if (expiresInDays.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
      throw Refusal.malformed(
          "expiresInDays", expiresInDays.get(), "a whole number from 1 to " + MOST_DAYS);
    }
    if (tokens.count(caller.id()) >= MOST_TOKENS) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "too-many-tokens",
          "The account has " + MOST_TOKENS + " tokens already; revoke one first.");
    }
    Account account =
        accounts.find(caller.id()).orElseThrow(() -> Refusal.unknown("account", caller.id()));
    Instant now = clock.instant();
    String secret = MARK + Secret.draw();
    ApiToken token =
        new ApiToken(
            UUID.randomUUID(),
            account,
            name.strip(),
            Secret.digest(secret),
            secret.substring(0, SHOWN),
            now,
            expiresInDays.map(days -> now.plus(Duration.ofDays(days))).orElse(null));
    tokens.add(token);
    audit.done(caller.name(), "token-created", token.prefix() + " " + token.name(), origin);
    return new CreatedToken(secret, view(token));
  }

  /**
   * Revokes a token of the caller, at once.
   *
   * @throws Refusal 404 when he has none of that id
   */
  public void revoke(Caller caller, UUID id, RequestOrigin origin) {
    if (!tokens.remove(id, caller.id())) {
      throw Refusal.unknown("token", id);
    }
    audit.done(caller.name(), "token-revoked", "token " + id, origin);
  }

  private static Token view(ApiToken token) {
    return new Token(
        token.id(),
        token.name(),
        token.prefix(),
        token.createdAt(),
        token.lastUsedAt(),
        token.expiresAt());
  }
}
