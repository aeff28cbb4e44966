package magnus.cache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import magnus.basics.time.MarketPhase;
import magnus.basics.time.TradingCalendar;
import magnus.cache.MarketSense;
import magnus.cache.MarketSense.Coming;

/** What is known to change a value: the bells, and catalysts of what it is made from. */
final class KnownChanges {

  private static final Duration NEAR = Duration.ofHours(24);
  private static final double NEAR_FACTOR = 0.3;
  private static final String CALENDAR = "trading calendar of New York";

  private final MarketSense sense;
  private final TradingCalendar calendar = TradingCalendar.newYork();

  KnownChanges(MarketSense sense) {
    this.sense = sense;
  }

  MarketPhase phase(Instant asOf) {
    return calendar.phase(asOf);
  }

  /** The share of its session that has passed. */
  double elapsed(Instant asOf) {
    return calendar.getSession(TradingCalendar.date(asOf)).elapsedFraction(asOf);
  }

  /** Seconds from bell to bell of the session that the instant lies in. */
  long sessionSeconds(Instant asOf) {
    var session = calendar.getSession(TradingCalendar.date(asOf));
    return Duration.between(session.open(), session.close()).toSeconds();
  }

  /**
   * A price stands still until trading before the next session's open begins; what is told by the
   * date does not stand still beyond midnight.
   */
  void untilPreOpen(LifespanQuestion question, LifespanSteps steps) {
    Instant end = calendar.phaseEnd(question.asOf());
    steps.set(
        "session",
        Duration.between(question.asOf(), end),
        "closed: no price changes before " + end,
        CALENDAR,
        0);
    if (question.type().changesWithTheDate()) {
      Instant midnight =
          TradingCalendar.date(question.asOf())
              .plusDays(1)
              .atStartOfDay(TradingCalendar.ZONE)
              .toInstant();
      steps.atMost(
          "date",
          Duration.between(question.asOf(), midnight),
          () -> "it is told by New York's date, which changes at " + midnight,
          CALENDAR);
    }
  }

  /** Not beyond the end of the phase, a bell above all: other prices hold from there on. */
  void notAcrossTheBell(LifespanQuestion question, LifespanSteps steps) {
    Instant end = calendar.phaseEnd(question.asOf());
    steps.atMost(
        "bell",
        Duration.between(question.asOf(), end),
        () -> phase(question.asOf()) + " ends at " + end,
        CALENDAR);
  }

  /** Never beyond a catalyst. */
  void notBeyondCatalyst(LifespanQuestion question, LifespanSteps steps) {
    sense
        .nextCatalyst(question.madeFrom(), question.asOf())
        .filter(next -> !next.in(question.asOf()).isNegative())
        .ifPresentOrElse(
            next ->
                steps.atMost(
                    "catalyst",
                    next.in(question.asOf()),
                    () -> next.kind() + " at " + next.at(),
                    next.source()),
            () -> steps.unchanged("catalyst", "none is known to come", "none known", 0));
  }

  /** Shorter within a day before a catalyst, and never beyond it. */
  void catalyst(LifespanQuestion question, LifespanSteps steps) {
    Optional<Coming> next = sense.nextCatalyst(question.madeFrom(), question.asOf());
    if (next.isEmpty()) {
      steps.unchanged("catalyst", "none is known to come", "none known", 0);
      return;
    }
    Coming coming = next.get();
    Duration in = coming.in(question.asOf());
    String input = coming.kind() + " at " + coming.at();
    if (in.isNegative() || in.compareTo(NEAR) > 0) {
      steps.unchanged("catalyst", input + ", not within 24 h", coming.source(), 0);
    } else {
      steps.times("catalyst", NEAR_FACTOR, input + ", within 24 h", coming.source(), 0);
      steps.atMost("catalyst", in, () -> input, coming.source());
    }
  }
}
