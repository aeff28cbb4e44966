package magnus.cache.freshness;

import java.util.Locale;
import java.util.Optional;
import magnus.basics.time.MarketPhase;
import magnus.cache.MarketSense;
import magnus.cache.MarketSense.Reading;

/**
 * A base by data type, then factors. For what prices move: volatility (a daily move of 3 % or more
 * × 0.5, of 1.5 % or more × 0.75, a smaller one × 1.5), and the session. Before the open and after
 * hours × 2: about a quarter of a day's variance falls outside the session, over the nine and a
 * half hours of trading there, so prices move half as fast. While trading rests, until it begins
 * again, whatever the base. Nothing stays fresh across a bell. For everything: × 0.3 within a day
 * before a catalyst, and not beyond it; the floor; the ceiling. The floor is applied last, so that
 * a value loaded less than five seconds before a bell outlives it by less than five seconds.
 */
public final class RulePolicy implements LifespanPolicy {

  /** Its name in settings and explanations. */
  public static final String NAME = "rule";

  private static final double HIGH = 0.03;
  private static final double MEDIUM = 0.015;
  private static final double OUTSIDE_THE_SESSION = 2;

  private final VolatilityReader volatility;
  private final KnownChanges changes;

  public RulePolicy(MarketSense sense) {
    this.volatility = new VolatilityReader(sense);
    this.changes = new KnownChanges(sense);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lifespan choose(LifespanQuestion question) {
    LifespanSteps steps = new LifespanSteps(question.asOf());
    String type = question.type().name().toLowerCase(Locale.ROOT);
    steps.set("base", question.type().base(), type, LifespanSteps.CONSTANT, 0);
    if (!question.type().movesWithPrices()) {
      steps.unchanged("volatility", type + " does not move with prices", "data type", 0);
      changes.catalyst(question, steps);
      return steps.finish(NAME);
    }
    MarketPhase phase = changes.phase(question.asOf());
    if (phase == MarketPhase.CLOSED) {
      changes.untilPreOpen(question, steps);
      return steps.finish(NAME);
    }
    volatility(question, steps);
    if (phase == MarketPhase.OPEN) {
      steps.unchanged("session", "open", "trading calendar of New York", 0);
    } else {
      steps.times(
          "session",
          OUTSIDE_THE_SESSION,
          phase == MarketPhase.PRE_OPEN ? "before the open" : "after hours",
          "trading calendar of New York",
          0);
    }
    changes.catalyst(question, steps);
    changes.notAcrossTheBell(question, steps);
    return steps.finish(NAME);
  }

  private void volatility(LifespanQuestion question, LifespanSteps steps) {
    Optional<Reading> known = volatility.ofMostVolatile(question);
    if (known.isEmpty()) {
      steps.unchanged("volatility", "neither the symbols' nor the market's", "none known", 0);
      return;
    }
    Reading reading = known.get();
    double factor = reading.figure() >= HIGH ? 0.5 : reading.figure() >= MEDIUM ? 0.75 : 1.5;
    steps.times(
        "volatility",
        factor,
        "daily move of " + LifespanSteps.percent(reading.figure()),
        reading.source(),
        steps.age(reading));
  }
}
