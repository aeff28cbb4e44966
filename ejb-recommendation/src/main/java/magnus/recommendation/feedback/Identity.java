package magnus.recommendation.feedback;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The identity of advice: the same for the same kind, action and user, whenever it is given. */
public final class Identity {

  private Identity() {}

  public static UUID of(UUID owner, String kind, String action) {
    return UUID.nameUUIDFromBytes(
        (owner + "\n" + kind + "\n" + action).getBytes(StandardCharsets.UTF_8));
  }
}
