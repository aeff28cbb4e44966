package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in. No transaction is open while a password is hashed. An unknown name, a wrong
 * password and a disabled account are told apart neither by the answer nor by its time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

  /** Actor of attempts on names that are nobody's; what was typed may be a password. */
  private static final String UNKNOWN = "(unknown)";

  private static final String ACTION = "sign-in";

  @Inject AccountRepository accounts;
  @Inject Passwords passwords;
  @Inject SignInThrottle throttle;
  @Inject SignInOutcome outcome;
  @Inject AuditLog audit;

  /**
   * With name and password.
   *
   * @throws Refusal 401 when they do not belong together, 429 after too many failures
   */
  public OpenedSession withPassword(
      @Nullable String typedName, @Nullable String password, RequestOrigin origin) {
    if (typedName == null || typedName.isBlank()) {
      throw Refusal.malformed("name", typedName, "the name of an account");
    }
    if (password == null || password.isEmpty()) {
      throw Refusal.malformed("password", "", "the account's password");
    }
    String name = SignInName.of(typedName);
    int left = throttle.admit(name, origin.address());
    Optional<Account> account = accounts.findByName(name);
    boolean right = passwords.matches(password, account.flatMap(Account::passwordHash));
    if (account.isEmpty() || !right || !account.get().isEnabled()) {
      audit.refused(account.map(Account::name).orElse(UNKNOWN), ACTION, "password", origin);
      throw Refusal.of(
              Refusal.Kind.UNAUTHENTICATED, "wrong-credentials", "Name or password is wrong.")
          .with("attemptsLeft", left);
    }
    throttle.succeeded(name, origin.address());
    Optional<String> rehashed =
        account
            .flatMap(Account::passwordHash)
            .filter(passwords::isOutdated)
            .map(old -> passwords.hash(password));
    return outcome.open(account.get().id(), "PASSWORD", rehashed, origin);
  }

  /**
   * By the word of the OpenID provider; the first time makes an account.
   *
   * @throws Refusal 403 when the account is disabled here
   */
  public OpenedSession withProvider(ProviderIdentity identity, RequestOrigin origin) {
    AccountDetails account = outcome.accountOf(identity, origin);
    if (!account.enabled()) {
      audit.refused(account.name(), ACTION, "oidc " + identity.issuer(), origin);
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "account-disabled", "The account is disabled in Magnus.");
    }
    return outcome.open(account.id(), "OIDC", Optional.empty(), origin);
  }
}
