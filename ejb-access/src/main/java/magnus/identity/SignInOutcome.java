package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.secret.Secret;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import magnus.persistence.identity.AccountSubject;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.SignInSession;

/** What a sign-in writes, each in one transaction. */
@Stateless
public class SignInOutcome {

  private static final int MOST_NAMESAKES = 1000;

  @Inject AccountRepository accounts;
  @Inject SessionRepository sessions;
  @Inject AccessConfig config;
  @Inject WallClock clock;
  @Inject AuditLog audit;

  /** Opens the session, with the password's new hash if it needed one. */
  public OpenedSession open(UUID id, String way, Optional<String> rehashed, RequestOrigin origin) {
    Account account = accounts.find(id).orElseThrow(() -> Refusal.unknown("account", id));
    rehashed.ifPresent(account::rehash);
    Instant now = clock.instant();
    String secret = Secret.draw();
    SignInSession session =
        new SignInSession(
            UUID.randomUUID(),
            Secret.digest(secret),
            account,
            way,
            now,
            now.plus(config.get(AccessSettings.SESSION_LIFETIME)),
            origin.address(),
            origin.agent());
    sessions.add(session);
    audit.done(account.name(), "sign-in", "session " + session.id(), origin);
    return new OpenedSession(
        secret,
        SessionRecords.session(session, config.get(AccessSettings.SESSION_IDLE)),
        session.expiresAt());
  }

  /**
   * The account of a provider's subject, made at the first sight. An account of the same name is
   * never taken over: names at the provider prove nothing here.
   */
  public AccountDetails accountOf(ProviderIdentity identity, RequestOrigin origin) {
    Account account =
        accounts
            .findBySubject(identity.issuer(), identity.subject())
            .orElseGet(() -> create(identity, origin));
    String adminRole = config.get(AccessSettings.OIDC_ADMIN_ROLE);
    if (!adminRole.isEmpty()) {
      Set<String> roles = new HashSet<>(account.roles());
      boolean changed =
          identity.roles().contains(adminRole)
              ? roles.add(Role.ADMIN.name())
              : roles.remove(Role.ADMIN.name());
      if (changed) {
        account.give(roles);
        audit.done("(provider)", "roles-changed", account.name() + " " + roles, origin);
      }
    }
    return AccountRecords.details(account);
  }

  private Account create(ProviderIdentity identity, RequestOrigin origin) {
    Account account =
        new Account(
            UUID.randomUUID(),
            freeName(SignInName.from(identity.preferredName())),
            Set.of(Role.USER.name()),
            clock.instant());
    accounts.add(account);
    accounts.add(
        new AccountSubject(identity.issuer(), identity.subject(), account.id(), clock.instant()));
    audit.done("(provider)", "account-created", account.name(), origin);
    return account;
  }

  private String freeName(String wished) {
    String name = wished;
    for (int namesake = 2; accounts.findByName(name).isPresent(); namesake++) {
      if (namesake > MOST_NAMESAKES) {
        throw new IllegalStateException(
            "more than " + MOST_NAMESAKES + " accounts named " + wished);
      }
      name = wished + "-" + namesake;
    }
    return name;
  }
}
