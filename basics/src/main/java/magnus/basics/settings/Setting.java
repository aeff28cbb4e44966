package magnus.basics.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One setting of Magnus: its key, meaning, default and range. It is read through {@link #from} at
 * every use, from the server's MicroProfile Config, so a value that an administrator changes there
 * counts from the next read.
 *
 * @param <T> type of the value
 */
public final class Setting<T> {

  private final String key;
  private final String meaning;
  private final T fallback;
  private final Function<String, T> parser;
  private final Predicate<T> allowed;
  private final String range;

  private Setting(
      String key,
      String meaning,
      T fallback,
      Function<String, T> parser,
      Predicate<T> allowed,
      String range) {
    this.key = key;
    this.meaning = meaning;
    this.fallback = fallback;
    this.parser = parser;
    this.allowed = allowed;
    this.range = range;
  }

  /** A whole number between the two bounds, both included. */
  public static Setting<Integer> integer(
      String key, String meaning, int fallback, int least, int most) {
    return new Setting<>(
        key,
        meaning,
        fallback,
        Integer::valueOf,
        v -> v >= least && v <= most,
        "a whole number from " + least + " to " + most);
  }

  /** A number between the two bounds, both included. */
  public static Setting<Double> number(
      String key, String meaning, double fallback, double least, double most) {
    return new Setting<>(
        key,
        meaning,
        fallback,
        Double::valueOf,
        v -> v >= least && v <= most,
        "a number from " + least + " to " + most);
  }

  /** A duration in ISO 8601 ({@code PT30S}), between the two bounds, both included. */
  public static Setting<Duration> duration(
      String key, String meaning, Duration fallback, Duration least, Duration most) {
    return new Setting<>(
        key,
        meaning,
        fallback,
        Duration::parse,
        v -> v.compareTo(least) >= 0 && v.compareTo(most) <= 0,
        "an ISO 8601 duration from " + least + " to " + most);
  }

  /** {@code true} or {@code false}. */
  public static Setting<Boolean> flag(String key, String meaning, boolean fallback) {
    return new Setting<>(
        key,
        meaning,
        fallback,
        text -> {
          if (text.equalsIgnoreCase("true")) {
            return true;
          }
          if (text.equalsIgnoreCase("false")) {
            return false;
          }
          throw new IllegalArgumentException(text);
        },
        v -> true,
        "true or false");
  }

  /** Any text; empty counts as unset. */
  public static Setting<String> text(String key, String meaning, String fallback) {
    return new Setting<>(key, meaning, fallback, Function.identity(), v -> true, "a text");
  }

  /** Text that the predicate allows; {@code range} says so in words. */
  public static Setting<String> text(
      String key, String meaning, String fallback, Predicate<String> allowed, String range) {
    return new Setting<>(key, meaning, fallback, Function.identity(), allowed, range);
  }

  public String key() {
    return key;
  }

  public String meaning() {
    return meaning;
  }

  public T fallback() {
    return fallback;
  }

  /** The range in words. */
  public String range() {
    return range;
  }

  /**
   * The value in force.
   *
   * @param lookup finds the configured text of a key
   * @throws IllegalStateException when the configured text is not in range; the message quotes it
   */
  public T from(Function<String, Optional<String>> lookup) {
    Optional<String> text = lookup.apply(key).map(String::trim).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      return fallback;
    }
    T value;
    try {
      value = parser.apply(text.get());
    } catch (RuntimeException e) {
      throw outOfRange(text.get(), e);
    }
    if (!allowed.test(value)) {
      throw outOfRange(text.get(), null);
    }
    return value;
  }

  private IllegalStateException outOfRange(
      String text, @org.jspecify.annotations.Nullable RuntimeException cause) {
    return new IllegalStateException(
        "Setting " + key + " is '" + text + "', expected " + range + " (" + meaning + ").", cause);
  }

  @Override
  public String toString() {
    return key;
  }
}
