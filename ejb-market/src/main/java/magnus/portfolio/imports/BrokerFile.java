package magnus.portfolio.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import magnus.basics.problem.Refusal;

/**
 * A broker's file as text. The encoding is found from the bytes: a byte order mark (UTF-8, UTF-16),
 * else UTF-16 by its zero bytes, else UTF-8 where the bytes are valid UTF-8, else Windows-1252.
 *
 * @param name as the user's computer calls it; may be empty
 * @param text line ends as LF, without byte order mark
 */
public record BrokerFile(String name, String text) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern LINE_END = Pattern.compile("\r\n?");

  /**
   * Reads the bytes.
   *
   * @throws Refusal when there is nothing to read, too much of it, or it is no text
   */
  public static BrokerFile of(String name, byte[] bytes, int largest) {
    if (bytes.length > largest) {
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "import-too-large",
          "The file has " + bytes.length + " bytes; at most " + largest + " are read.");
    }
    String text = LINE_END.matcher(decode(bytes)).replaceAll("\n");
    if (text.isBlank()) {
      throw refused("The file is empty; expected a broker's export.");
    }
    if (text.startsWith("PK\u0003\u0004")) {
      throw refused("This is a zip archive or a spreadsheet; expected the export as text (CSV).");
    }
    if (text.startsWith("%PDF")) {
      throw refused("This is a PDF document; expected the export as text (CSV, JSON, XML, OFX).");
    }
    if (text.indexOf('\u0000') >= 0) {
      throw refused("The file is not text: it has zero bytes; expected CSV, JSON, XML or OFX.");
    }
    return new BrokerFile(name, text);
  }

  /** SHA-256 of the file's bytes in hexadecimal. */
  public static String hash(byte[] bytes) {
    return Fingerprints.ofFile(bytes);
  }

  static Refusal refused(String detail) {
    return Refusal.of(Refusal.Kind.UNACCEPTABLE, "import-unreadable", detail);
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    int even = 0;
    int odd = 0;
    int looked = Math.min(bytes.length, 400) / 2;
    for (int i = 0; i < looked; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (looked > 4 && odd > looked * 0.7 && even == 0) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (looked > 4 && even > looked * 0.7 && odd == 0) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
