package magnus.options;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;

/**
 * What a caller asks a scan for, as checked parameters; equal questions have equal texts, which are
 * keys of the shelf. What is not named is as in {@link ScanRequest#usual()}.
 */
public record OptionQuery(Map<String, String> parameters) {

  /** Every parameter that there is. */
  public static final List<String> NAMES =
      List.of(
          "kind",
          "symbols",
          "sectors",
          "leastDelta",
          "mostDelta",
          "leastDays",
          "mostDays",
          "leastOpenInterest",
          "mostSpread",
          "leastYield",
          "avoidEarnings",
          "avoidExDividend",
          "mostCollateral",
          "mostPerSymbol",
          "mostPerSector",
          "count",
          "weights");

  private static final int MOST_RESULTS = 500;

  public OptionQuery {
    parameters = Map.copyOf(parameters);
  }

  /**
   * @throws Refusal MALFORMED quoting a value that cannot be read or an unknown name
   */
  public static OptionQuery of(Map<String, String> given) {
    Map<String, String> kept = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw Refusal.malformed(name, value, "one of " + String.join(", ", NAMES));
          }
          if (!value.isBlank()) {
            kept.put(name, value.trim());
          }
        });
    OptionQuery query = new OptionQuery(kept);
    query.request();
    return query;
  }

  /** One-to-one; {@link #parse} reads it. */
  public String text() {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
  }

  /** What {@link #text} wrote. */
  public static OptionQuery parse(String text) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        parameters.put(pair.substring(0, at), pair.substring(at + 1));
      }
    }
    return new OptionQuery(parameters);
  }

  /** What it means. */
  public ScanRequest request() {
    ScanRequest usual = ScanRequest.usual();
    return new ScanRequest(
        kinds(usual),
        upper(words("symbols")),
        words("sectors"),
        number("leastDelta", usual.leastDelta(), 0, 1),
        number("mostDelta", usual.mostDelta(), 0, 1),
        (int) number("leastDays", usual.leastDays(), 0, 2000),
        (int) number("mostDays", usual.mostDays(), 0, 2000),
        (long) number("leastOpenInterest", usual.leastOpenInterest(), 0, 1e9),
        number("mostSpread", usual.mostSpread(), 0, 2),
        number("leastYield", usual.leastYield(), 0, 100),
        flag("avoidEarnings", usual.avoidEarnings()),
        flag("avoidExDividend", usual.avoidExDividend()),
        number("mostCollateral", usual.mostCollateral(), 0, 1e12),
        (int) number("mostPerSymbol", usual.mostPerSymbol(), 1, MOST_RESULTS),
        (int) number("mostPerSector", usual.mostPerSector(), 1, MOST_RESULTS),
        (int) number("count", usual.count(), 1, MOST_RESULTS),
        weights());
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private Set<OpportunityKind> kinds(ScanRequest usual) {
    Optional<String> kind = find("kind");
    if (kind.isEmpty()) {
      return usual.kinds();
    }
    try {
      return EnumSet.of(OpportunityKind.valueOf(kind.get().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(
          "kind", kind.get(), "one of " + Arrays.toString(OpportunityKind.values()));
    }
  }

  /** Between commas; signs that part parameters are refused. */
  private Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    find(name)
        .ifPresent(
            text -> {
              if (text.length() > 4_000 || text.indexOf('=') >= 0 || text.indexOf('&') >= 0) {
                throw Refusal.malformed(name, text, "names between commas");
              }
              for (String word : text.split(",", -1)) {
                if (!word.isBlank()) {
                  words.add(word.trim());
                }
              }
            });
    return words;
  }

  private static Set<String> upper(Set<String> words) {
    return words.stream().map(w -> w.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private double number(String name, double usual, double least, double most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below with the bounds
    }
    throw Refusal.malformed(name, text.get(), "a number from " + least + " to " + most);
  }

  private boolean flag(String name, boolean usual) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return usual;
    }
    return switch (text.get()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.malformed(name, text.get(), "true or false");
    };
  }

  /** Of the form YIELD:2,QUIET:0. */
  private Weights weights() {
    Map<Criterion, Double> wished = new EnumMap<>(Criterion.class);
    String expected = "criterion:weight between commas, of " + Arrays.toString(Criterion.values());
    for (String word : words("weights")) {
      String[] parts = word.split(":", -1);
      try {
        if (parts.length != 2) {
          throw Refusal.malformed("weights", word, expected);
        }
        wished.put(
            Criterion.valueOf(parts[0].trim().toUpperCase(Locale.ROOT)),
            Double.parseDouble(parts[1]));
      } catch (IllegalArgumentException e) {
        throw Refusal.malformed("weights", word, expected);
      }
    }
    try {
      return Weights.of(wished);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(
          "weights", find("weights").orElse(""), "weights from 0 on, not all of them 0");
    }
  }
}
