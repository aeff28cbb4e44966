package magnus.persistence.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement without what differs from one run of it to the next: texts, numbers and the lengths
 * of lists are not told, so no value of anybody's is in it.
 *
 * @param id the first 64 bits of SHA-256 of the text, in hexadecimal; the same on every node and
 *     after every start
 * @param text at most {@value #LONGEST} characters
 */
public record Fingerprint(String id, String text) {

  static final int LONGEST = 2_000;

  private static final Pattern TEXTS = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern NUMBERS = Pattern.compile("(?<![\\w$.])\\d+(?:\\.\\d+)?(?![\\w$])");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LISTS =
      Pattern.compile("\\(\\s*\\?(?:\\s*,\\s*\\?)+\\s*\\)(?:\\s*,\\s*\\(\\s*\\?[?,\\s]*\\))*");

  /** The fingerprint of a statement as the database is given it. */
  public static Fingerprint of(String sql) {
    String text = TEXTS.matcher(sql).replaceAll("?");
    text = NUMBERS.matcher(text).replaceAll("?");
    text = SPACES.matcher(text.strip()).replaceAll(" ");
    text = LISTS.matcher(text).replaceAll("(?…)").toLowerCase(Locale.ROOT);
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    return new Fingerprint(hash(text), shown);
  }

  private static String hash(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
