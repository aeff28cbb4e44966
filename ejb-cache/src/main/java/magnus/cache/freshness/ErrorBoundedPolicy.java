package magnus.cache.freshness;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import magnus.basics.time.MarketPhase;
import magnus.cache.DataType;
import magnus.cache.MarketSense;
import magnus.cache.MarketSense.Reading;

/**
 * Keeps the expected absolute error of every served value under ε, and spends calls of the source
 * where they take away most error.
 *
 * <p><b>Error.</b> The log price is a Brownian motion; with a daily volatility σ of which a share w
 * of the variance falls into a phase of T seconds, a value of age t is wrong by E|Δ| = a·√t with a
 * = σ·√(w/T)·√(2/π). Within the session volatility follows {@link IntradayPattern}.
 *
 * <p><b>Accesses</b> come as a Poisson process with rate λ. A cycle begins with a load (no error),
 * is fresh for L and ends with the first access after that, so it lasts L + 1/λ, has λL hits and
 * one load, and its hits' errors add up to λ·∫₀ᴸ a√t dt = ⅔·λ·a·L^{3/2}. (Over hits alone the mean
 * is ⅔·a·√L; over all answers ⅔·λ·a·L^{3/2}/(1 + λL).)
 *
 * <p><b>Allocation.</b> Least error in sum over all keys for a number of calls in sum: with the
 * price μ of a call every key minimises (⅔·λ·a·L^{3/2} + μ)/(L + 1/λ), whose derivative is zero at
 *
 * <pre>a·√L·(1 + λL/3) = μ.</pre>
 *
 * As the bracket is at least 1, a·√L ≤ μ: no value is expected to be wrong by more than μ at any
 * age up to L. So μ is ε: seldom asked keys live until their expected error reaches it, L = (ε/a)²;
 * often asked ones, whose error hurts more often and whose calls are shared by more, are held
 * tighter, L → (3ε/(λa))^{2/3}. One ε for all types makes their sum of errors least for their sum
 * of calls. The equation is a cubic in √L, solved in closed form; a larger λ or σ never lengthens
 * L.
 *
 * <p><b>Calls for many.</b> Where one call of the source brings all values of a shelf that are
 * asked for, one cycle serves all their accesses: λ is that of all of them.
 *
 * <p><b>Values that are watched</b> are dropped when prices that are seen have moved them by b. A
 * Brownian motion of s a root second leaves ±b after T = b²/s² on average, and its absolute values
 * until then add up to b³/(3s²). Per cycle that is (λ·b³/(3s²) + μ)/(T + 1/λ), least at
 *
 * <pre>b·(1 + λT/3) = 2μ,</pre>
 *
 * the same cubic, with b = s·√T. So a seldom asked value may be moved by 2ε, an often asked one by
 * less. For equal error that takes some 2.5 times fewer calls than a lifespan.
 *
 * <p>While trading rests, prices do not change until it begins again; nothing stays fresh across a
 * bell. Types that either are the same or are not ({@link DataType.ErrorUnit#CHANGED}) have no size
 * of error: they keep their base, and a catalyst counts as in {@link RulePolicy}. For prices, what
 * a catalyst yet to come does before it is in the volatility; a lifespan ends with it at the
 * latest.
 */
public final class ErrorBoundedPolicy implements LifespanPolicy {

  /** Its name in settings and explanations. */
  public static final String NAME = "error-bounded";

  /**
   * Share of a day's variance between the bells. Hansen and Lunde, A realized variance for the
   * whole day (Journal of Financial Econometrics, 2005), find about four fifths to three quarters.
   */
  static final double SHARE_IN_SESSION = 0.75;

  /** From 04:00 to 09:30 and from 16:00 to 20:00. */
  private static final double SECONDS_OUTSIDE = 9.5 * 3_600;

  /** A key of which nothing is known yet. */
  private static final double UNKNOWN_RATE = 1 / 60.0;

  private static final double MEAN_OF_HALF_NORMAL = Math.sqrt(2 / Math.PI);

  /** How long a watched value lives at most. */
  private static final Duration WATCHED = Duration.ofHours(1);

  private final VolatilityReader volatility;
  private final KnownChanges changes;
  private final ToDoubleFunction<DataType> epsilon;

  /**
   * @param epsilon the bound ε of a type in basis points; asked at each choice
   */
  public ErrorBoundedPolicy(MarketSense sense, ToDoubleFunction<DataType> epsilon) {
    this.volatility = new VolatilityReader(sense);
    this.changes = new KnownChanges(sense);
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lifespan choose(LifespanQuestion question) {
    LifespanSteps steps = new LifespanSteps(question.asOf());
    String type = question.type().name().toLowerCase(Locale.ROOT);
    if (!question.type().movesWithPrices()) {
      steps.set("base", question.type().base(), type, LifespanSteps.CONSTANT, 0);
      changes.catalyst(question, steps);
      return steps.finish(NAME);
    }
    if (changes.phase(question.asOf()) == MarketPhase.CLOSED) {
      changes.untilPreOpen(question, steps);
      return steps.finish(NAME);
    }
    Optional<Reading> known = volatility.ofEqualParts(question);
    if (known.isEmpty()) {
      steps.set("base", question.type().base(), type, LifespanSteps.CONSTANT, 0);
      steps.unchanged("volatility", "neither the symbols' nor the market's", "none known", 0);
    } else {
      bound(question, known.get(), steps);
    }
    if (question.watched() && known.isPresent()) {
      watch(move(question, known.get()), steps);
    }
    changes.notBeyondCatalyst(question, steps);
    changes.notAcrossTheBell(question, steps);
    return question.floor().equals(LifespanQuestion.FLOOR)
        ? steps.finish(NAME)
        : steps.finish(NAME, question.floor(), "no lifespan is shorter where a call brings many");
  }

  /** Watched, a value lives until it is looked at again in case; what ends it is its bound. */
  private static void watch(MoveBound bound, LifespanSteps steps) {
    if (steps.now().compareTo(WATCHED) < 0) {
      steps.set(
          "watched",
          WATCHED,
          "dropped as soon as prices that are seen move it by more than "
              + LifespanSteps.decimal(bound.basisPoints(), 10)
              + " bp"
              + bound.why()
              + ", or one of them goes unseen for "
              + bound.unseen(),
          "prices on this node's shelves",
          0);
    }
  }

  @Override
  public Optional<MoveBound> findMoveBound(LifespanQuestion question) {
    return changes.phase(question.asOf()) == MarketPhase.CLOSED
        ? Optional.empty()
        : volatility.ofEqualParts(question).map(reading -> move(question, reading));
  }

  private MoveBound move(LifespanQuestion question, Reading reading) {
    double bound = epsilon.applyAsDouble(question.type());
    double speed = speed(question, reading.figure());
    double rate = rate(question);
    double perRoot = speed / MEAN_OF_HALF_NORMAL;
    double expected = until(2 * bound, perRoot, rate);
    return new MoveBound(
        perRoot * Math.sqrt(expected),
        seconds(expected),
        seconds(Math.max(LifespanQuestion.FLOOR.toSeconds(), until(bound, speed, rate))),
        ", from ε = " + bound + " bp and " + LifespanSteps.decimal(rate, 10_000) + " accesses/s");
  }

  private static double rate(LifespanQuestion question) {
    return question.accessesPerSecond() > 0 ? question.accessesPerSecond() : UNKNOWN_RATE;
  }

  private void bound(LifespanQuestion question, Reading reading, LifespanSteps steps) {
    double bound = epsilon.applyAsDouble(question.type());
    double speed = speed(question, reading.figure());
    steps.set(
        "volatility",
        seconds(until(bound, speed, 0)),
        "daily move of "
            + LifespanSteps.percent(reading.figure())
            + ", "
            + changes.phase(question.asOf()).name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ": off by "
            + LifespanSteps.decimal(speed, 1_000)
            + " bp after a second, by ε = "
            + bound
            + " bp at the end",
        reading.source(),
        steps.age(reading));
    boolean counted = question.accessesPerSecond() > 0;
    double all = question.company().accessesPerSecond();
    boolean company = all > question.accessesPerSecond();
    double rate = company ? all : rate(question);
    steps.atMost(
        "accesses",
        seconds(until(bound, speed, rate)),
        () ->
            "asked for "
                + LifespanSteps.decimal(rate, 10_000)
                + " times a second"
                + (company ? ", with all that come in the same call" : ""),
        counted || company ? "this shelf's own count" : "assumed: not counted yet");
  }

  /** a: expected absolute move after one second, in basis points. */
  private double speed(LifespanQuestion question, double daily) {
    double perSecond =
        changes.phase(question.asOf()) == MarketPhase.OPEN
            ? Math.sqrt(SHARE_IN_SESSION / changes.sessionSeconds(question.asOf()))
                * IntradayPattern.volatility(changes.elapsed(question.asOf()))
            : Math.sqrt((1 - SHARE_IN_SESSION) / SECONDS_OUTSIDE);
    return 1e4 * daily * perSecond * MEAN_OF_HALF_NORMAL;
  }

  /**
   * L of a·√L·(1 + λL/3) = ε: with x = √L the real root of x³ + p·x = q, p = 3/λ, q = 3ε/(λa), in
   * its form with hyperbolic functions, which loses no digits.
   */
  static double until(double bound, double speed, double rate) {
    double limit = LifespanQuestion.CEILING.toSeconds();
    if (speed <= 0) {
      return limit;
    }
    double seldom = bound / speed;
    if (rate * seldom * seldom < 1e-9) {
      return Math.min(limit, seldom * seldom);
    }
    double p = 3 / rate;
    double q = p * seldom;
    double argument = 1.5 * q / p * Math.sqrt(3 / p);
    double asinh = Math.log(argument + Math.sqrt(argument * argument + 1));
    double root = 2 * Math.sqrt(p / 3) * Math.sinh(asinh / 3);
    return Math.min(limit, root * root);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1_000));
  }
}
