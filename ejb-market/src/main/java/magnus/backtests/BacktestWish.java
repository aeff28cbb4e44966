package magnus.backtests;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is asked for.
 *
 * @param weights of the symbols, adding up to 1
 * @param from first day; null for ten years before the last
 * @param to last day; null for today
 * @param every sessions between decisions
 * @param band drift below which nothing is traded
 * @param lookBack sessions from which weights are worked out
 * @param cost of a unit bought or sold, as a fraction
 * @param delta of options sold
 * @param expiry sessions until options expire
 * @param spread share of a premium that is lost in selling
 */
public record BacktestWish(
    StrategyKind kind,
    List<String> symbols,
    double[] weights,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int every,
    double band,
    int lookBack,
    double cost,
    double delta,
    int expiry,
    double spread) {

  /** The parameters' names. */
  public static final List<String> NAMES =
      List.of(
          "strategy",
          "symbols",
          "weights",
          "from",
          "to",
          "every",
          "band",
          "lookBack",
          "costBps",
          "delta",
          "expiry",
          "spread");

  private static final int MOST_SYMBOLS = 30;

  /**
   * Reads parameters; what is left out has a middle value.
   *
   * @throws Refusal for what is unknown or cannot be
   */
  public static BacktestWish of(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        throw Refusal.malformed(name, given.get(name), "one of " + String.join(", ", NAMES));
      }
    }
    StrategyKind kind = kind(given.getOrDefault("strategy", ""));
    List<String> symbols = symbols(given.getOrDefault("symbols", ""), kind);
    return new BacktestWish(
        kind,
        symbols,
        weights(given.get("weights"), symbols.size()),
        date("from", given.get("from")),
        date("to", given.get("to")),
        (int) number(given, "every", kind == StrategyKind.BANDS ? 1 : 21, 1, 252, true),
        number(given, "band", kind == StrategyKind.BANDS ? 0.05 : 0, 0, 0.5, false),
        (int) number(given, "lookBack", 252, 40, 1260, true),
        number(given, "costBps", 5, 0, 200, false) / 10_000,
        number(given, "delta", 0.3, 0.05, 0.6, false),
        (int) number(given, "expiry", 21, 5, 63, true),
        number(given, "spread", 0.05, 0, 0.5, false));
  }

  private static StrategyKind kind(String text) {
    return Arrays.stream(StrategyKind.values())
        .filter(k -> k.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "strategy", text, "one of " + Arrays.toString(StrategyKind.values())));
  }

  private static List<String> symbols(String text, StrategyKind kind) {
    List<String> symbols =
        Arrays.stream(text.split(",", -1))
            .map(s -> s.strip().toUpperCase(Locale.ROOT))
            .filter(s -> !s.isEmpty())
            .toList();
    if (Set.copyOf(symbols).size() != symbols.size()
        || symbols.isEmpty()
        || symbols.size() > (kind.isOptions() ? 1 : MOST_SYMBOLS)) {
      throw Refusal.malformed(
          "symbols",
          text,
          kind.isOptions()
              ? "one symbol"
              : "1 to " + MOST_SYMBOLS + " symbols by commas, each once");
    }
    return symbols;
  }

  private static double[] weights(@Nullable String text, int count) {
    double[] weights = new double[count];
    if (text == null || text.isBlank()) {
      Arrays.fill(weights, 1.0 / count);
      return weights;
    }
    String[] parts = text.split(",", -1);
    String expected = count + " weights by commas, not negative, adding up to 1";
    double sum = 0;
    for (int i = 0; i < count && i < parts.length; i++) {
      weights[i] = parse("weights", parts[i], expected);
      sum += weights[i];
    }
    if (parts.length != count
        || Math.abs(sum - 1) > 1e-6
        || Arrays.stream(weights).anyMatch(w -> w < 0)) {
      throw Refusal.malformed("weights", text, expected);
    }
    return weights;
  }

  private static @Nullable LocalDate date(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.malformed(field, text, "a date such as 2016-01-04");
    }
  }

  private static double number(
      Map<String, String> given,
      String field,
      double usual,
      double least,
      double most,
      boolean whole) {
    String text = given.get(field);
    if (text == null) {
      return usual;
    }
    String expected = (whole ? "a whole number from " : "a number from ") + least + " to " + most;
    double number = parse(field, text, expected);
    if (!(number >= least && number <= most) || (whole && number != Math.rint(number))) {
      throw Refusal.malformed(field, text, expected);
    }
    return number;
  }

  private static double parse(String field, String text, String expected) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw Refusal.malformed(field, text, expected);
    }
  }

  /** As parameters of a run, with nothing left out but open ends. */
  public Map<String, String> parameters() {
    Map<String, String> all = new TreeMap<>();
    all.put("strategy", kind.name());
    all.put("symbols", String.join(",", symbols));
    List<String> shares = new ArrayList<>();
    for (double weight : weights) {
      shares.add(Double.toString(weight));
    }
    all.put("weights", String.join(",", shares));
    if (from != null) {
      all.put("from", from.toString());
    }
    if (to != null) {
      all.put("to", to.toString());
    }
    all.put("every", Integer.toString(every));
    all.put("band", Double.toString(band));
    all.put("lookBack", Integer.toString(lookBack));
    all.put("costBps", Double.toString(cost * 10_000));
    all.put("delta", Double.toString(delta));
    all.put("expiry", Integer.toString(expiry));
    all.put("spread", Double.toString(spread));
    return all;
  }
}
