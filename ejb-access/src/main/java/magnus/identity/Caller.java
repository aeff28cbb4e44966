package magnus.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks. Handed explicitly to every method that reads or writes something owned.
 *
 * @param id the account's id, the owner of whatever he makes
 * @param name sign-in name
 * @param roles never empty
 */
public record Caller(UUID id, String name, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("caller '" + name + "' has no role");
    }
  }

  public boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }
}
