package magnus.benchmarks.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.benchmarks.cache.ReplayBars.Bar;
import magnus.benchmarks.cache.ReplayMarket.Quoted;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import magnus.cache.Occurrence;
import magnus.cache.event.Decision;
import magnus.cache.event.PriceWatch;
import magnus.cache.event.RuleDecision;
import magnus.cache.event.learned.Features;
import magnus.cache.freshness.ErrorBoundedPolicy;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.Entry;

/**
 * The events of one real day, raised by the product's own watch on bridged prices, and for each one
 * an entry that it touches, of random type, age and access rate, with the lifespan that the product
 * would have given it.
 */
final class EventDay {

  private static final double SIGMAS = 2;
  private static final int EVERY = 5;
  private static final int SESSIONS = 20;
  private static final DataType[] TYPES = {
    DataType.QUOTE, DataType.OPTION_CHAIN, DataType.POSITIONS, DataType.ANALYTICS
  };

  private final List<Quoted> quoted;
  private final Map<String, Integer> place = new HashMap<>();
  private final double[] usualVolume;
  private final ToDoubleFunction<DataType> epsilon;
  private final SplittableRandom random;
  private final Optional<Session> session;
  private final PriceWatch watch = new PriceWatch(SIGMAS);
  private final Sense sense;
  private final ErrorBoundedPolicy policy;
  private final Features features;
  private final RuleDecision rule = new RuleDecision(SIGMAS, watch);

  /** An entry that an event touched, what the rule did and what came true. */
  record Example(
      Occurrence.Kind kind, DataType type, double[] row, boolean ruleDrops, boolean changed) {}

  EventDay(
      ReplayMarket market,
      TreeMap<String, TreeMap<Integer, Bar>> bars,
      int date,
      ToDoubleFunction<DataType> epsilon,
      SplittableRandom random) {
    this.quoted = market.quoted(date);
    this.epsilon = epsilon;
    this.random = random;
    this.session = TradingCalendar.newYork().findSession(LocalDate.ofEpochDay(date));
    this.usualVolume = new double[quoted.size()];
    for (int i = 0; i < usualVolume.length; i++) {
      String symbol = quoted.get(i).symbol();
      place.put(symbol, i);
      usualVolume[i] =
          bars
              .getOrDefault(symbol, new TreeMap<>())
              .headMap(date, false)
              .descendingMap()
              .values()
              .stream()
              .limit(SESSIONS)
              .mapToDouble(Bar::volume)
              .average()
              .orElse(0);
    }
    this.sense = new Sense(quoted.isEmpty() ? 0 : market.vixBefore(date));
    this.policy = new ErrorBoundedPolicy(sense, epsilon);
    this.features = new Features(sense, watch, epsilon);
  }

  /** Volatilities as they were known before the open. */
  private final class Sense implements MarketSense {
    private final double vix;

    Sense(double vix) {
      this.vix = vix;
    }

    @Override
    public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
      return Optional.ofNullable(place.get(symbol))
          .map(i -> new Reading(quoted.get(i).daily(), "realised", asOf));
    }

    @Override
    public Optional<Reading> marketDailyVolatility(Instant asOf) {
      return Optional.of(new Reading(vix / 100 / Math.sqrt(252), "VIX", asOf));
    }

    @Override
    public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
      return Optional.empty();
    }
  }

  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    if (session.isEmpty() || quoted.isEmpty()) {
      return examples;
    }
    Session day = session.get();
    int seconds = (int) Duration.between(day.open(), day.close()).toSeconds();
    double[][] prices = new double[quoted.size()][];
    double[] variance = new double[quoted.size()];
    for (int i = 0; i < prices.length; i++) {
      double[] path =
          IntradayPath.draw(
              quoted.get(i), day, day.open().getEpochSecond(), seconds, random.split());
      prices[i] = path;
      for (int t = EVERY; t <= seconds; t += EVERY) {
        variance[i] += square(path[t] / path[t - EVERY] - 1);
      }
    }
    double[] done = new double[prices.length];
    for (int t = 0; t < seconds; t += EVERY) {
      Instant at = day.open().plusSeconds(t);
      for (int i = 0; i < prices.length; i++) {
        if (t > 0) {
          done[i] += square(prices[i][t] / prices[i][t - EVERY] - 1) / variance[i];
        }
        Quoted of = quoted.get(i);
        Optional<Occurrence> move = watch.price(of.symbol(), prices[i][t], of.daily(), at);
        if (move.isPresent()) {
          example(move.get(), i, t, day, prices).ifPresent(examples::add);
        }
        double share = (double) t / seconds;
        if (share >= 0.05) {
          Optional<Occurrence> spike =
              watch.volume(
                  of.symbol(), of.bar().volume() * done[i], usualVolume[i] * share, day.date(), at);
          if (spike.isPresent()) {
            // Spikes are few: more entries of each.
            for (int k = 0; k < 20; k++) {
              example(spike.get(), i, t, day, prices).ifPresent(examples::add);
            }
          }
        }
      }
    }
    return examples;
  }

  private Optional<Example> example(
      Occurrence occurrence, int touched, int t, Session day, double[][] prices) {
    DataType type = TYPES[random.nextInt(TYPES.length)];
    boolean portfolio = type == DataType.POSITIONS || type == DataType.ANALYTICS;
    int[] holds = portfolio ? holdings(touched) : new int[] {touched};
    Set<Ingredient> madeFrom = new HashSet<>();
    for (int i : holds) {
      madeFrom.add(Ingredient.symbol(quoted.get(i).symbol()));
    }
    madeFrom.add(Ingredient.WHOLE_MARKET);
    double rate = Math.pow(10, -3 * random.nextDouble());
    long guess = lifespan(type, madeFrom, occurrence.at(), rate).duration().toSeconds();
    int made = t - (int) (random.nextDouble() * guess);
    if (made < 0) {
      return Optional.empty();
    }
    Instant asOf = day.open().plusSeconds(made);
    Lifespan lifespan = lifespan(type, madeFrom, asOf, rate);
    int end = (int) Math.min(prices[0].length - 1L, made + lifespan.duration().toSeconds());
    if (end <= t) {
      return Optional.empty();
    }
    Entry<Double> entry =
        new Entry<>(
            value(holds, made, made, prices),
            new byte[0],
            asOf,
            lifespan,
            madeFrom,
            "",
            Duration.ZERO,
            "study",
            "request");
    Optional<double[]> row = features.of(occurrence, type, entry);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    boolean drops =
        rule.decide(occurrence, "study", "study", entry).verdict() == Decision.Verdict.DROP;
    double bound = epsilon.applyAsDouble(type);
    boolean changed = false;
    for (int s = t; s <= end && !changed; s++) {
      changed = Math.abs(value(holds, made, s, prices) - 1) * 10_000 > bound;
    }
    return Optional.of(new Example(occurrence.kind(), type, row.get(), drops, changed));
  }

  private Lifespan lifespan(DataType type, Set<Ingredient> madeFrom, Instant asOf, double rate) {
    return policy.choose(
        new LifespanQuestion("study", type, madeFrom, asOf, rate, Duration.ofMillis(50)));
  }

  private int[] holdings(int with) {
    Set<Integer> holds = new HashSet<>();
    holds.add(with);
    int many = Math.min(quoted.size(), random.nextInt(3, 16));
    while (holds.size() < many) {
      holds.add(random.nextInt(quoted.size()));
    }
    return holds.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Of equal parts, relative to what it was. */
  private static double value(int[] holds, int then, int now, double[][] prices) {
    double sum = 0;
    for (int i : holds) {
      sum += prices[i][now] / prices[i][then];
    }
    return sum / holds.length;
  }

  private static double square(double x) {
    return x * x;
  }
}
