package magnus.market.imported;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ticker symbols as files and file names write them. */
final class Symbols {

  static final String EXPECTED = "a ticker symbol such as AAPL or BRK.B";

  private static final Pattern SYMBOL = Pattern.compile("\\^?[A-Z0-9][A-Z0-9._\\-/=$+]{0,19}");
  private static final Pattern SHARE_CLASS = Pattern.compile("([A-Z]{1,5})[-/ ]([A-Z])");
  private static final Pattern IN_A_NAME = Pattern.compile("\\^?[A-Z]{1,6}([.\\-][A-Z]{1,2})?");
  private static final Set<String> NOT_A_SYMBOL =
      Set.of(
          "DAILY",
          "HISTORY",
          "HISTORICAL",
          "PRICES",
          "PRICE",
          "STOCK",
          "STOCKS",
          "DATA",
          "US",
          "USA",
          "QUOTES",
          "QUOTE",
          "BARS",
          "ETF",
          "ETFS",
          "OPTION",
          "OPTIONS",
          "EQUITY",
          "CHAIN",
          "CHAINS",
          "CSV",
          "TXT",
          "OHLC",
          "OHLCV",
          "CLOSES",
          "CLOSE",
          "INDEX",
          "TRADE",
          "MARKET",
          "EOD",
          "TABLE",
          "DOWNLOAD",
          "EXPORT",
          "FILE",
          "MARKETS");

  /** More symbols than any file has in one run of rows; then the memory starts anew. */
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<String, String> seen = new HashMap<>();
  private String last = "";
  private String lastSymbol = "";

  /** The symbol in a field of a row, or empty where there is none. */
  Optional<String> read(CsvRow row, int field) {
    if (row.is(field, last) && !last.isEmpty()) {
      return Optional.of(lastSymbol);
    }
    String text = row.text(field);
    String known = seen.get(text);
    if (known == null) {
      Optional<String> symbol = normalise(text);
      if (symbol.isEmpty()) {
        return symbol;
      }
      known = symbol.get();
      if (seen.size() > MOST_REMEMBERED) {
        seen.clear();
      }
      seen.put(text, known);
    }
    last = text;
    lastSymbol = known;
    return Optional.of(known);
  }

  /** In upper case, share classes behind a point: {@code brk-b} is BRK.B. */
  static Optional<String> normalise(String text) {
    String upper = text.trim().toUpperCase(Locale.ROOT);
    Matcher shareClass = SHARE_CLASS.matcher(upper);
    if (shareClass.matches()) {
      return Optional.of(shareClass.group(1) + "." + shareClass.group(2));
    }
    return SYMBOL.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
  }

  /** The symbol that a file is named after: {@code spy_daily_1998_2012.csv} is SPY's. */
  static Optional<String> inFileName(String path) {
    String name = path.replaceAll("(?i)(\\.(csv|txt|tsv|gz|zip))+$", "").toUpperCase(Locale.ROOT);
    name = name.replaceAll("\\.US$", "");
    for (String token : name.split("[_/\\\\ ()]+")) {
      if (!NOT_A_SYMBOL.contains(token) && IN_A_NAME.matcher(token).matches()) {
        return normalise(token);
      }
    }
    return Optional.empty();
  }
}
