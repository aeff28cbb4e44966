package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators, and a caller's own password. */
@Stateless
public class Accounts {

  @Inject AccountRepository accounts;
  @Inject Passwords passwords;
  @Inject PasswordChange passwordChange;
  @Inject Sessions sessions;
  @Inject SignInThrottle throttle;
  @Inject AccessConfig config;
  @Inject WallClock clock;
  @Inject AuditLog audit;

  /** All accounts by name. */
  public List<AccountDetails> all() {
    return accounts.all().stream().map(AccountRecords::details).toList();
  }

  /**
   * Makes an account.
   *
   * @param roles none means a plain user
   * @throws Refusal for a name that is taken or not allowed, or a password that breaks the rules
   */
  public AccountDetails create(
      Caller admin,
      @Nullable String typedName,
      @Nullable String password,
      Set<Role> roles,
      RequestOrigin origin) {
    String name = SignInName.checked(typedName);
    String given = password == null ? "" : password;
    passwords.check("password", given, name, config.get(AccessSettings.PASSWORD_LEAST));
    if (accounts.findByName(name).isPresent()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "name-taken", "There is an account named '" + name + "' already.");
    }
    Account account = add(name, passwords.hash(given), roles);
    audit.done(admin.name(), "account-created", name, origin);
    return AccountRecords.details(account);
  }

  /**
   * Enables, disables, or gives other roles. Disabling ends the account's sessions.
   *
   * @throws Refusal 404 for an unknown account, 409 when no administrator would be left
   */
  public AccountDetails change(
      Caller admin,
      UUID id,
      Optional<Boolean> enabled,
      Optional<Set<Role>> roles,
      RequestOrigin origin) {
    accounts.takeTurn();
    Account account = accounts.findLocked(id).orElseThrow(() -> Refusal.unknown("account", id));
    enabled.ifPresent(account::enable);
    roles.map(Accounts::withUser).ifPresent(all -> account.give(AccountRecords.names(all)));
    if (accounts.countEnabled(Role.ADMIN.name()) == 0) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "last-administrator",
          "'" + account.name() + "' is the last administrator; make another one first.");
    }
    if (!account.isEnabled()) {
      sessions.endAll(id, Optional.empty());
    }
    audit.done(
        admin.name(),
        "account-changed",
        account.name() + (account.isEnabled() ? " enabled " : " disabled ") + account.roles(),
        origin);
    return AccountRecords.details(account);
  }

  /**
   * Changes the caller's own password; his other sessions end, his tokens stay. No transaction is
   * open while passwords are hashed.
   *
   * @param session the one that asks, which stays; empty for a program
   * @throws Refusal when the current one is wrong, or the new one breaks the rules
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void changePassword(
      Caller caller,
      Optional<UUID> session,
      @Nullable String current,
      @Nullable String replacement,
      RequestOrigin origin) {
    Account account =
        accounts.find(caller.id()).orElseThrow(() -> Refusal.unknown("account", caller.id()));
    String wanted = replacement == null ? "" : replacement;
    passwords.check(
        "replacement", wanted, account.name(), config.get(AccessSettings.PASSWORD_LEAST));
    throttle.admit(account.name(), origin.address());
    if (!passwords.matches(current == null ? "" : current, account.passwordHash())) {
      audit.refused(caller.name(), "password-change", caller.name(), origin);
      throw Refusal.malformed("current", "(not shown)", "the account's current password");
    }
    throttle.succeeded(account.name(), origin.address());
    passwordChange.store(
        caller, session, account.passwordHash(), passwords.hash(wanted), clock.instant(), origin);
  }

  /** Whether there is any account yet. */
  public boolean areNone() {
    return accounts.all().isEmpty();
  }

  /**
   * Makes an account without asking who does it: for the first start.
   *
   * @param passwordHash hash of its password
   */
  public void addFirst(String name, String passwordHash, Set<Role> roles) {
    add(name, passwordHash, roles);
    audit.done("(server)", "account-created", name, RequestOrigin.server());
  }

  private Account add(String name, String passwordHash, Set<Role> roles) {
    Account account =
        new Account(
            UUID.randomUUID(), name, AccountRecords.names(withUser(roles)), clock.instant());
    account.changePassword(passwordHash, clock.instant());
    accounts.add(account);
    return account;
  }

  private static Set<Role> withUser(Set<Role> roles) {
    Set<Role> all = new HashSet<>(roles);
    all.add(Role.USER);
    return all;
  }
}
