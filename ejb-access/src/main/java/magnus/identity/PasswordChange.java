package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;

/** What a change of password writes, in one transaction. */
@Stateless
public class PasswordChange {

  @Inject AccountRepository accounts;
  @Inject Sessions sessions;
  @Inject AuditLog audit;

  /**
   * Stores the new hash and ends the caller's other sessions.
   *
   * @param session the one that asks, which stays; empty for a program
   * @param checked the hash that the current password was held against
   * @throws Refusal CONFLICT when the password was changed since
   */
  public void store(
      Caller caller,
      Optional<UUID> session,
      Optional<String> checked,
      String replacement,
      Instant at,
      RequestOrigin origin) {
    Account account =
        accounts.findLocked(caller.id()).orElseThrow(() -> Refusal.unknown("account", caller.id()));
    if (!account.passwordHash().equals(checked)) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "password-changed-meanwhile",
          "The password was changed by another request meanwhile; nothing was stored.");
    }
    account.changePassword(replacement, at);
    sessions.endAll(account.id(), session);
    audit.done(caller.name(), "password-changed", caller.name(), origin);
  }
}
