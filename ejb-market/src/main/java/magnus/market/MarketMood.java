package magnus.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import org.jspecify.annotations.Nullable;

/**
 * What the cache needs to know of the market, from daily bars, VIX and the calendar of catalysts.
 * What a session's close has settled is computed once per session and kept.
 */
@ApplicationScoped
public class MarketMood implements MarketSense {

  private static final int SESSIONS = 20;
  private static final int DAYS_FOR_SESSIONS = 45;
  private static final double TRADING_DAYS = 252;
  private static final Duration HABITS_KEPT = Duration.ofMinutes(30);
  private static final Duration CATALYSTS_KEPT = Duration.ofMinutes(5);
  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  @Inject private MarketData market;

  private final AtomicReference<Settled> settled =
      new AtomicReference<>(new Settled(LocalDate.MIN, Instant.EPOCH));
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  /** What the close of one session settles, filled in as it is asked for. */
  private static final class Settled {
    private final LocalDate session;
    private final Instant since;
    private final Map<String, Optional<Habits>> symbols = new ConcurrentHashMap<>();
    private final Map<String, Optional<Reading>> vix = new ConcurrentHashMap<>();

    Settled(LocalDate session, Instant since) {
      this.session = session;
      this.since = since;
    }

    /** An import on another node may change the past: nothing is kept for long. */
    boolean serves(LocalDate asked, Instant asOf) {
      return session.equals(asked)
          && !asOf.isBefore(since)
          && Duration.between(since, asOf).compareTo(HABITS_KEPT) < 0;
    }
  }

  /**
   * @param volume mean shares of a session
   */
  private record Habits(Reading volatility, double volume) {}

  private record Known(Instant asOf, List<Catalyst> catalysts) {}

  @Override
  public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
    return habits(symbol, asOf).map(Habits::volatility);
  }

  /**
   * Shares that are usual from a session's open until now: the mean of the last sessions by the
   * time that has passed; empty before the first minutes and where no volumes are known.
   */
  public OptionalDouble usualVolume(String symbol, Instant asOf) {
    Session session = CALENDAR.lastOpened(asOf);
    double share = session.elapsedFraction(asOf);
    Optional<Habits> habits = habits(symbol, asOf).filter(h -> h.volume() > 0);
    return share < 0.05 || habits.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(habits.get().volume() * share);
  }

  private Settled settled(Instant asOf) {
    LocalDate session = CALENDAR.lastClosed(asOf).date();
    return settled.updateAndGet(s -> s.serves(session, asOf) ? s : new Settled(session, asOf));
  }

  private Optional<Habits> habits(String symbol, Instant asOf) {
    Settled now = settled(asOf);
    Optional<Habits> there = now.symbols.get(symbol);
    if (there == null) {
      there = computeHabits(symbol, now.session, asOf);
      now.symbols.put(symbol, there);
    }
    return there;
  }

  private Optional<Habits> computeHabits(String symbol, LocalDate session, Instant asOf) {
    Optional<BarSeries> found =
        market.bars(symbol, session.minusDays(DAYS_FOR_SESSIONS), session, asOf).find();
    if (found.isEmpty() || found.get().size() < SESSIONS / 2) {
      return Optional.empty();
    }
    BarSeries bars = found.get();
    int first = Math.max(1, bars.size() - SESSIONS);
    double squares = 0;
    double volume = 0;
    for (int i = first; i < bars.size(); i++) {
      double move = Math.log(bars.close()[i] / bars.close()[i - 1]);
      squares += move * move;
      volume += bars.volume()[i];
    }
    int n = bars.size() - first;
    Instant last = CALENDAR.sessionOnOrBefore(bars.date(bars.size() - 1)).close();
    return Optional.of(
        new Habits(
            new Reading(
                Math.sqrt(squares / n),
                "realised volatility of " + symbol + ", " + n + " sessions",
                last),
            volume / n));
  }

  @Override
  public Optional<Reading> marketDailyVolatility(Instant asOf) {
    Settled now = settled(asOf);
    return now.vix.computeIfAbsent("VIX", v -> impliedByVix(now.session, asOf));
  }

  private Optional<Reading> impliedByVix(LocalDate session, Instant asOf) {
    Optional<BarSeries> found = market.vix(session.minusDays(10), session, asOf).find();
    if (found.isEmpty() || found.get().size() == 0) {
      return Optional.empty();
    }
    BarSeries vix = found.get();
    double points = vix.close()[vix.size() - 1];
    LocalDate date = vix.date(vix.size() - 1);
    return Optional.of(
        new Reading(
            points / 100 / Math.sqrt(TRADING_DAYS),
            "VIX " + points + " of " + date + " (" + vix.source() + "), / 100 / √252",
            CALENDAR.sessionOnOrBefore(date).close()));
  }

  @Override
  public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
    return catalysts(asOf).stream()
        .filter(c -> !c.at().isBefore(asOf))
        .filter(c -> touches(c, madeFrom))
        .findFirst()
        .map(c -> new Coming(c.title(), c.at(), c.source().toString()));
  }

  private static boolean touches(Catalyst catalyst, Set<Ingredient> madeFrom) {
    return madeFrom.contains(
        catalyst.symbol() == null ? Ingredient.WHOLE_MARKET : Ingredient.symbol(catalyst.symbol()));
  }

  /** Announced catalysts from yesterday to the day after tomorrow, by time. */
  List<Catalyst> catalysts(Instant asOf) {
    Known last = known.get();
    if (last == null
        || asOf.isBefore(last.asOf())
        || Duration.between(last.asOf(), asOf).compareTo(CATALYSTS_KEPT) > 0) {
      LocalDate today = TradingCalendar.date(asOf);
      last =
          new Known(
              asOf,
              market.catalysts(today.minusDays(1), today.plusDays(2), asOf).stream()
                  .sorted(java.util.Comparator.comparing(Catalyst::at))
                  .toList());
      known.set(last);
    }
    return last.catalysts();
  }

  /** Forgets what was computed: the data have changed. */
  public void forget() {
    settled.set(new Settled(LocalDate.MIN, Instant.EPOCH));
    known.set(null);
  }
}
