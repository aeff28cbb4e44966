package magnus.cache;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which keys of shelves are a user's own: his id is the first part of each. */
public final class OwnKeys {

  private static final Pattern OWN =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(/.*)?");

  private OwnKeys() {}

  /** Whose a key is; empty where it is nobody's own. */
  public static Optional<UUID> owner(String key) {
    var found = OWN.matcher(key);
    return found.matches() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
  }
}
