package magnus.cache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import magnus.cache.MarketSense.Reading;

/** A lifespan on its way, with what was done to it so far; kept to the millisecond. */
final class LifespanSteps {

  /** The source of constants. */
  static final String CONSTANT = "setting";

  private final Instant asOf;
  private final List<Lifespan.Factor> factors = new ArrayList<>();
  private Duration now = Duration.ZERO;

  LifespanSteps(Instant asOf) {
    this.asOf = asOf;
  }

  Duration now() {
    return now;
  }

  /** It begins, or begins anew, with this. */
  void set(String name, Duration to, String input, String source, long ageSeconds) {
    now = Duration.ofMillis(to.toMillis());
    add(name, "= " + now, input, source, ageSeconds);
  }

  void times(String name, double factor, String input, String source, long ageSeconds) {
    now = Duration.ofMillis((long) (now.toMillis() * factor));
    add(name, "× " + factor, input, source, ageSeconds);
  }

  void atMost(String name, Duration most, Supplier<String> input, String source) {
    Duration bound = Duration.ofMillis(most.toMillis());
    if (now.compareTo(bound) > 0) {
      now = bound;
      add(name, "at most " + bound, input.get(), source, 0);
    }
  }

  void atLeast(String name, Duration least, String input) {
    if (now.compareTo(least) < 0) {
      now = least;
      add(name, "at least " + least, input, CONSTANT, 0);
    }
  }

  /** Something that was looked at and changes nothing, or that nobody knew. */
  void unchanged(String name, String input, String source, long ageSeconds) {
    add(name, "× 1.0", input, source, ageSeconds);
  }

  /** The bounds that hold for every lifespan; the floor is applied last and so wins. */
  Lifespan finish(String policy) {
    return finish(policy, LifespanQuestion.FLOOR, "no lifespan is shorter");
  }

  Lifespan finish(String policy, Duration floor, String why) {
    atMost("ceiling", LifespanQuestion.CEILING, () -> "no lifespan is longer", CONSTANT);
    atLeast("floor", floor, why);
    return new Lifespan(now, policy, factors);
  }

  /** How old a reading was when the value was loaded; never negative. */
  long age(Reading reading) {
    return Math.max(0, Duration.between(reading.asOf(), asOf).toSeconds());
  }

  /** A fraction as a percentage with two decimals. */
  static String percent(double fraction) {
    return decimal(100 * fraction, 100) + " %";
  }

  /** A number to 1/parts, written without the cost of a format: this is done at every load. */
  static String decimal(double number, long parts) {
    return String.valueOf((double) Math.round(number * parts) / parts);
  }

  private void add(String name, String effect, String input, String source, long ageSeconds) {
    factors.add(new Lifespan.Factor(name, effect, input, source, ageSeconds, now));
  }
}
