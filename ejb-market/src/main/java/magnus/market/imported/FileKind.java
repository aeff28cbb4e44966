package magnus.market.imported;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file of market data holds. */
public enum FileKind {
  /** Daily open, high, low, close, volume; a row per symbol and day. */
  BARS,
  /** Daily closes; a column per symbol, or a row per symbol and day. */
  CLOSES,
  /** Daily bars of a volatility index. */
  VIX,
  /** Report dates with estimates. */
  EARNINGS,
  /** Annual interest rates in percent. */
  RATES,
  /** Companies with their sectors. */
  CONSTITUENTS,
  /** Option contracts: chains by day, or quotes and open interest by contract. */
  OPTIONS,
  /** Splits and dividends. */
  ACTIONS,
  /** A zip whose files are of several kinds. */
  MIXED;

  /** The kind of that name in any case; empty for {@code auto} or nothing. */
  public static Optional<FileKind> parse(String name) {
    String wanted = name.trim().toUpperCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.equals("AUTO")) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(k -> k != MIXED && k.name().equals(wanted))
        .findFirst()
        .or(
            () -> {
              throw new IllegalArgumentException(name);
            });
  }

  /** The names that {@link #parse} knows, for people. */
  public static String names() {
    return "auto, "
        + Arrays.stream(values())
            .filter(k -> k != MIXED)
            .map(k -> k.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }
}
