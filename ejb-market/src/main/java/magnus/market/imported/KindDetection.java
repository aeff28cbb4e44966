package magnus.market.imported;

import static magnus.market.imported.Column.CLOSE;
import static magnus.market.imported.Column.DATE;
import static magnus.market.imported.Column.DIVIDEND;
import static magnus.market.imported.Column.EXPIRY;
import static magnus.market.imported.Column.EX_DATE;
import static magnus.market.imported.Column.HIGH;
import static magnus.market.imported.Column.LOW;
import static magnus.market.imported.Column.OPEN;
import static magnus.market.imported.Column.REPORT_DATE;
import static magnus.market.imported.Column.SECTOR;
import static magnus.market.imported.Column.SPLIT;
import static magnus.market.imported.Column.STRIKE;
import static magnus.market.imported.Column.SYMBOL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from its header and name what a file holds. */
final class KindDetection {

  private static final Pattern RATE_NAME =
      Pattern.compile(
          "PCREDIT8|DTB\\w+|TB\\d\\w*|DGS\\w+|DFF|FEDFUNDS|EFFR|SOFR|DPCREDIT|"
              + "\\d+(\\.\\d+)? ?(MO|YR|MONTH|YEAR)S?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RATE_FILE =
      Pattern.compile(
          "(^|[^a-z])(interest|rates?|treasury|yields?|t-?bills?)([^a-z]|$)",
          Pattern.CASE_INSENSITIVE);

  private KindDetection() {}

  /** The kind; empty where nothing fits. */
  static Optional<FileKind> detect(Header header, String fileName) {
    if (header.has(STRIKE) && header.has(EXPIRY)) {
      return Optional.of(FileKind.OPTIONS);
    }
    if (header.has(REPORT_DATE) && header.has(SYMBOL)) {
      return Optional.of(FileKind.EARNINGS);
    }
    if (header.has(SYMBOL) && header.has(SECTOR) && !header.hasAny(OPEN, HIGH, LOW)) {
      return Optional.of(FileKind.CONSTITUENTS);
    }
    boolean dated = header.has(DATE);
    if ((dated || header.has(EX_DATE)) && header.hasAny(SPLIT, DIVIDEND) && !header.has(CLOSE)) {
      return Optional.of(FileKind.ACTIONS);
    }
    if (!dated) {
      return Optional.empty();
    }
    List<Integer> others = header.others();
    boolean namedRates =
        !others.isEmpty()
            && others.stream().allMatch(i -> RATE_NAME.matcher(header.name(i)).matches());
    if (namedRates || (RATE_FILE.matcher(fileName).find() && !header.hasAny(OPEN, HIGH))) {
      return Optional.of(FileKind.RATES);
    }
    if (header.isWide()) {
      return Optional.of(FileKind.CLOSES);
    }
    if (header.has(CLOSE)) {
      boolean vix =
          !header.has(SYMBOL)
              && (fileName.toLowerCase(Locale.ROOT).contains("vix")
                  || header.name(CLOSE).equalsIgnoreCase("VIXCLS"));
      if (vix) {
        return Optional.of(FileKind.VIX);
      }
      boolean closesAlone = !header.hasAny(OPEN, HIGH, LOW);
      return Optional.of(closesAlone ? FileKind.CLOSES : FileKind.BARS);
    }
    return Optional.empty();
  }
}
