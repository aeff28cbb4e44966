package magnus.identity.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be like, by NIST SP 800-63B-4, 3.1.1.2: long enough, any characters, no
 * demands for kinds of characters, not the obvious.
 */
public final class PasswordRules {

  /** Longer ones are refused, so that hashing one costs what hashing another costs. */
  public static final int MOST = 256;

  private static final int FEWEST_DIFFERENT = 5;
  private static final List<String> OBVIOUS =
      List.of(
          "password",
          "passwort",
          "qwertyuiop",
          "asdfghjkl",
          "1234567890",
          "0987654321",
          "abcdefgh",
          "letmein",
          "iloveyou",
          "administrator",
          "magnus");

  private PasswordRules() {}

  /** One spelling for what looks the same (NFKC), as keyboards and systems differ. */
  public static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * What is wrong with it, as the noun phrase of what would be right.
   *
   * @param name the account's sign-in name
   * @param least fewest characters
   */
  public static Optional<String> fault(String password, String name, int least) {
    String plain = normalised(password);
    int length = plain.codePointCount(0, plain.length());
    if (length < least || length > MOST) {
      return Optional.of(
          "a password of " + least + " to " + MOST + " characters (it has " + length + ")");
    }
    if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return Optional.of("a password of at least " + FEWEST_DIFFERENT + " different characters");
    }
    // What remains without the obvious must be more than half of it.
    String rest = plain.toLowerCase(Locale.ROOT).replace(name.toLowerCase(Locale.ROOT), "");
    for (String word : OBVIOUS) {
      rest = rest.replace(word, "");
    }
    if (rest.length() * 2 <= length) {
      return Optional.of("a password that is less obvious than names and common passwords");
    }
    return Optional.empty();
  }
}
