package magnus.benchmarks.cache;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.benchmarks.cache.ReplayMarket.Quoted;
import magnus.cache.DataType;

/** One day's truth and traffic: what every value is at every second, and who looks when. */
public final class ReplayDay {

  /** Stand-ins for sectors: the symbols are dealt out to eleven of them by rank. */
  public static final int SECTORS = 11;

  private static final LocalTime FIRST = LocalTime.of(8, 30);
  private static final double NEWS_PER_DAY = 6;
  private static final double RESEARCH_PER_DAY = 0.1;

  final ReplayMarket.Day day;
  public final List<Quoted> quoted;
  public final long firstMillis;
  final List<Traffic.View> views;
  public final Investor[] investors;
  private final double[][] prices;
  private final int[][] news;
  private final int[][] research;
  private final int[][] members = new int[SECTORS][];
  private final double[][] equal = new double[SECTORS][];

  public ReplayDay(ReplayMarket market, ReplayMarket.Day day, int users, long seed) {
    this.day = day;
    this.quoted = market.quoted(day.epochDay());
    Session session = TradingCalendar.newYork().getSession(day.date());
    long first = day.date().atTime(FIRST).atZone(TradingCalendar.ZONE).toEpochSecond();
    this.firstMillis = first * 1_000;
    int symbols = quoted.size();
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + day.epochDay());
    prices = new double[symbols][];
    news = new int[symbols][];
    research = new int[symbols][];
    int open = (int) (session.open().getEpochSecond() - first);
    for (int i = 0; i < symbols; i++) {
      Quoted one = quoted.get(i);
      prices[i] = IntradayPath.draw(one, session, first, Traffic.SECONDS, random.split());
      news[i] = arrivals(NEWS_PER_DAY, one.reports() ? open : -1, random);
      research[i] = arrivals(RESEARCH_PER_DAY, one.reports() ? open : -1, random);
    }
    Zipf zipf = new Zipf(symbols);
    SplittableRandom people = new SplittableRandom(seed);
    investors =
        IntStream.range(0, users)
            .mapToObj(user -> Investor.draw(zipf, people.split()))
            .toArray(Investor[]::new);
    for (int sector = 0; sector < SECTORS; sector++) {
      int number = sector;
      members[sector] = IntStream.range(0, symbols).filter(i -> i % SECTORS == number).toArray();
      equal[sector] = new double[members[sector].length];
      Arrays.fill(equal[sector], 1.0 / members[sector].length);
    }
    views = Traffic.draw(users, zipf, SECTORS, random);
  }

  private static int[] arrivals(double mean, int certain, SplittableRandom random) {
    List<Integer> at = new ArrayList<>();
    if (certain >= 0) {
      at.add(certain);
    }
    double second = 0;
    while (true) {
      second += -Math.log(1 - random.nextDouble()) * Traffic.SECONDS / mean;
      if (second >= Traffic.SECONDS) {
        return at.stream().mapToInt(Integer::intValue).sorted().toArray();
      }
      at.add((int) second);
    }
  }

  /** The symbols of a sector, the most traded one first. */
  public int[] members(int sector) {
    return members[sector];
  }

  /**
   * What a value truly is: a price, a portfolio's or a sector's value relative to the day's first,
   * or for texts how many have come out.
   *
   * @param id a symbol's rank, a user or a sector
   */
  double truth(DataType type, int id, int second) {
    return switch (type) {
      case QUOTE, OPTION_CHAIN -> prices[id][second];
      case POSITIONS, ANALYTICS -> value(investors[id].holds(), investors[id].weights(), second);
      case SECTOR_ANALYSIS -> value(members[id], equal[id], second);
      case NEWS -> count(news[id], second);
      case RESEARCH -> count(research[id], second);
      default -> throw new IllegalArgumentException(type + " is not replayed");
    };
  }

  private double value(int[] symbols, double[] weights, int second) {
    double sum = 0;
    for (int i = 0; i < symbols.length; i++) {
      double[] path = prices[symbols[i]];
      sum += weights[i] * path[second] / path[0];
    }
    return sum;
  }

  private static int count(int[] sorted, int second) {
    int found = Arrays.binarySearch(sorted, second);
    return found < 0 ? -found - 1 : found + 1;
  }
}
