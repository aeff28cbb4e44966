package magnus.benchmarks.prefetch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import magnus.benchmarks.cache.ReplayDay;
import magnus.benchmarks.cache.ReplayMarket;
import magnus.benchmarks.cache.ReplaySense;
import magnus.cache.CacheSettings;
import magnus.cache.freshness.ErrorBoundedPolicy;
import magnus.cache.freshness.LifespanPolicy;

/**
 * Sessions one after the other: the first ones to learn from, the last ones to judge on. On the one
 * before these the planner gains its experience; that one is not judged.
 */
final class AheadWeek {

  private final ReplayMarket market;
  private final List<ReplayMarket.Day> days;
  private final List<List<Visit>> visits = new ArrayList<>();
  private final List<List<List<Rest>>> rests = new ArrayList<>();
  private final List<ReplayDay> judged = new ArrayList<>();
  private final List<String> symbols;

  AheadWeek(ReplayMarket market, int users, int warmUp, int count, long seed) {
    if (warmUp < 1 || count < 1) {
      throw new IllegalArgumentException(
          "--warm-up " + warmUp + ", --days " + count + ": at least one day each");
    }
    this.market = market;
    this.days = market.run(warmUp + count);
    this.symbols =
        market.quoted(days.get(0).epochDay()).stream().map(ReplayMarket.Quoted::symbol).toList();
    for (ReplayMarket.Day day : days.subList(warmUp - 1, days.size())) {
      judged.add(new ReplayDay(market, day, users, seed));
    }
    SplittableRandom people = new SplittableRandom(seed);
    List<Visitor> visitors =
        IntStream.range(0, users)
            .mapToObj(user -> Visitor.draw(judged.get(0).investors[user], people.split()))
            .toList();
    for (ReplayMarket.Day day : days) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + day.epochDay());
      Navigation navigation = new Navigation(visitors, symbols.size(), day.date(), random);
      List<Visit> drawn = navigation.draw();
      visits.add(drawn);
      rests.add(new Pointing(visitors, navigation, random.split()).draw(drawn));
    }
  }

  /** How many days are judged. */
  int judgedDays() {
    return judged.size() - 1;
  }

  List<String> symbols() {
    return symbols;
  }

  List<LocalDate> dates() {
    return days.stream().map(ReplayMarket.Day::date).toList();
  }

  double meanVix() {
    return days.stream().mapToDouble(ReplayMarket.Day::vix).average().orElse(0);
  }

  long learnedVisits() {
    return visits.subList(0, days.size() - judged.size()).stream().mapToLong(List::size).sum();
  }

  /** Has a predictor learn the first days, and then say what it expects on each of the last. */
  Forecasts forecasts(Foresight foresight) {
    Forecasts forecasts = new Forecasts(foresight);
    for (int i = 0; i < days.size() - judged.size(); i++) {
      forecasts.learn(
          visits.get(i),
          judged.get(0).firstMillis + 86_400_000L * (days.get(i).epochDay() - first().epochDay()));
    }
    for (int i = 0; i < judged.size(); i++) {
      forecasts.judge(visitsOf(i), judged.get(i));
    }
    return forecasts;
  }

  private ReplayMarket.Day first() {
    return days.get(days.size() - judged.size());
  }

  private List<Visit> visitsOf(int judgedDay) {
    return visits.get(days.size() - judged.size() + judgedDay);
  }

  /**
   * Replays the day before and then the judged ones.
   *
   * @param forecasts nothing is predicted where there are none
   * @param waste the share of what is loaded ahead that may end unused
   * @param count how many of the judged days
   */
  Outcome replay(Ways ways, Optional<Forecasts> forecasts, double waste, int count) {
    Learned learned = new Learned(waste);
    if (!ways.equals(Ways.OFF)) {
      replay(0, ways, forecasts, learned, new Outcome());
    }
    Outcome outcome = new Outcome();
    for (int i = 1; i <= count; i++) {
      replay(i, ways, forecasts, learned, outcome);
    }
    return outcome;
  }

  private void replay(
      int number, Ways ways, Optional<Forecasts> forecasts, Learned learned, Outcome outcome) {
    ReplayDay day = judged.get(number);
    LifespanPolicy policy =
        new ErrorBoundedPolicy(
            new ReplaySense(market, day, true),
            type -> CacheSettings.epsilonInForce(type, key -> Optional.empty()));
    new AheadDay(day, policy, ways, learned, outcome)
        .replay(
            visitsOf(number),
            rests.get(days.size() - judged.size() + number),
            forecasts.map(f -> f.day(number)).orElse(List.of()));
  }
}
