package magnus.prefetch.effect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Puts each user into one of two groups, always the same one, by a hash of his id: with pages
 * loaded ahead, or without, to compare them.
 *
 * @param share of users with, 0 to 1
 * @param name of the comparison; another name draws other groups
 */
public record Split(double share, String name) {

  private static final double RANGE = 0x1p53;

  /** Whether pages are loaded ahead for the user. */
  public boolean isAhead(UUID user) {
    return place(user) < share;
  }

  /** The user's place between 0 and 1. */
  double place(UUID user) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((name + "/" + user).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) / RANGE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
