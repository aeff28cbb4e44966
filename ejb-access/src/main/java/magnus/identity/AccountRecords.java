package magnus.identity;

import java.util.Set;
import java.util.stream.Collectors;
import magnus.persistence.identity.Account;

/** Records made of account entities. */
final class AccountRecords {

  private AccountRecords() {}

  static Caller caller(Account account) {
    return new Caller(account.id(), account.name(), roles(account));
  }

  static AccountDetails details(Account account) {
    return new AccountDetails(
        account.id(),
        account.name(),
        roles(account),
        account.isEnabled(),
        account.passwordHash().isPresent(),
        account.createdAt());
  }

  static Set<Role> roles(Account account) {
    return account.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
  }

  static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.toSet());
  }
}
