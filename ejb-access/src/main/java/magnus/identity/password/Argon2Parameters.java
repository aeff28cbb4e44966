package magnus.identity.password;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cost parameters of Argon2id (RFC 9106) and their spelling in the PHC string format.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes degree of parallelism
 */
public record Argon2Parameters(int memory, int passes, int lanes) {

  /** OWASP Password Storage Cheat Sheet, second of its five equal choices. */
  public static final Argon2Parameters TODAY = new Argon2Parameters(19_456, 2, 1);

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{8,})\\$"
              + "([A-Za-z0-9+/]{8,})");

  public Argon2Parameters {
    if (memory < 8 * lanes || passes < 1 || lanes < 1) {
      throw new IllegalArgumentException(
          "Argon2 needs passes and lanes of 1 or more and 8 KiB for each lane, got m="
              + memory
              + ",t="
              + passes
              + ",p="
              + lanes);
    }
  }

  /** A stored hash, taken apart; salt and hash in unpadded base 64. */
  public record Parts(Argon2Parameters parameters, String salt, String hash) {}

  /** Takes a PHC string apart; empty where it is not one of Argon2id version 19. */
  public static Optional<Parts> parse(String phc) {
    Matcher matcher = PHC.matcher(phc);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Parts(
              new Argon2Parameters(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3))),
              matcher.group(4),
              matcher.group(5)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The PHC string; salt and hash in unpadded base 64. */
  public String phc(String salt, String hash) {
    return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + salt + "$" + hash;
  }
}
