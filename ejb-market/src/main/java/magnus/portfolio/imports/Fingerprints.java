package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import magnus.portfolio.Transaction;

/**
 * Recognises the same row in another file. A fingerprint is made from the broker's own id, the
 * account and what the row does, and from how many equal rows came before it in its file: two equal
 * purchases of one day stay two, and are the same two when the file, or one that overlaps it, is
 * read again. The file's format and the broker's prose do not count, so that a CSV and a JSON of
 * the same account are recognised as the same.
 */
final class Fingerprints {

  private Fingerprints() {}

  /** The fingerprint of each entry, in the same order. */
  static List<String> of(List<Entry> entries) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> prints = new ArrayList<>();
    MessageDigest sha = sha256();
    for (Entry entry : entries) {
      String content = content(entry);
      int occurrence = seen.merge(content, 1, Integer::sum);
      byte[] digest = sha.digest((content + "|" + occurrence).getBytes(StandardCharsets.UTF_8));
      prints.add(HexFormat.of().formatHex(digest));
    }
    return prints;
  }

  private static String content(Entry entry) {
    Transaction t = entry.transaction();
    BigDecimal price = t.price();
    BigDecimal ratio = t.ratio();
    return String.join(
        "|",
        entry.account(),
        entry.reference(),
        t.date().toString(),
        t.type().name(),
        t.findSymbol().orElse(""),
        plain(t.quantity()),
        price == null ? "" : plain(price),
        plain(t.amount()),
        t.currency(),
        ratio == null ? "" : plain(ratio),
        entry.reference().isEmpty() && t.symbol() == null ? t.note() : "");
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** SHA-256 of a file in hexadecimal. */
  static String ofFile(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
