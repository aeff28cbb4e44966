package magnus.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.settings.Setting;
import magnus.basics.time.WallClock;
import magnus.identity.bouncycastle.BouncyCastleArgon2;
import magnus.identity.password.Argon2Parameters;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import magnus.persistence.identity.AuditRepository;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.ThrottleRepository;
import magnus.persistence.identity.VisitRepository;

/**
 * The beans of this module put together by hand over one persistence context, as the container does
 * it within one transaction, with a clock that tests set and cheap hashing.
 */
final class AccessBeans {

  static final Argon2Parameters CHEAP = new Argon2Parameters(64, 1, 1);
  static final Argon2Parameters OLDER = new Argon2Parameters(32, 1, 1);
  static final RequestOrigin ORIGIN = new RequestOrigin("192.0.2.7", "a test");

  final Accounts accounts = new Accounts();
  final Sessions sessions = new Sessions();
  final SignIn signIn = new SignIn();
  final AttemptCounter counter = new AttemptCounter();
  final AccountRepository stored;

  AccessBeans(EntityManager em, WallClock clock) {
    stored = new AccountRepository(em);
    AccessConfig config = new Defaults();
    AuditLog audit = new AuditLog();
    audit.entries = new AuditRepository(em);
    audit.clock = clock;
    Passwords passwords = new Passwords(new BouncyCastleArgon2(CHEAP));
    passwords.begin();
    counter.attempts = new ThrottleRepository(em);
    counter.config = config;
    counter.clock = clock;
    SignInThrottle throttle = new SignInThrottle();
    throttle.counter = counter;
    throttle.config = config;
    sessions.sessions = new SessionRepository(em);
    sessions.visits = new VisitRepository(em);
    sessions.config = config;
    sessions.clock = clock;
    sessions.audit = audit;
    SignInOutcome outcome = new SignInOutcome();
    outcome.accounts = stored;
    outcome.sessions = sessions.sessions;
    outcome.config = config;
    outcome.clock = clock;
    outcome.audit = audit;
    signIn.accounts = stored;
    signIn.passwords = passwords;
    signIn.throttle = throttle;
    signIn.outcome = outcome;
    signIn.audit = audit;
    PasswordChange change = new PasswordChange();
    change.accounts = stored;
    change.sessions = sessions;
    change.audit = audit;
    accounts.accounts = stored;
    accounts.passwords = passwords;
    accounts.passwordChange = change;
    accounts.sessions = sessions;
    accounts.throttle = throttle;
    accounts.config = config;
    accounts.clock = clock;
    accounts.audit = audit;
  }

  /** An account whose password was hashed with those parameters. */
  Caller add(String name, String password, Argon2Parameters cost, Role... roles) {
    Set<Role> all = Set.of(roles);
    Account account =
        new Account(UUID.randomUUID(), name, AccountRecords.names(all), Instant.EPOCH);
    account.changePassword(new BouncyCastleArgon2(cost).hash(password), Instant.EPOCH);
    stored.add(account);
    return new Caller(account.id(), name, all);
  }

  /** Every setting at its default, but an idle time that tests can wait for. */
  private static final class Defaults extends AccessConfig {
    @Override
    public <T> T get(Setting<T> setting) {
      return setting.from(
          key ->
              key.equals(AccessSettings.SESSION_IDLE.key())
                  ? Optional.of(Duration.ofHours(1).toString())
                  : Optional.empty());
    }
  }
}
