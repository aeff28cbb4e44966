package magnus.benchmarks.prefetch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import magnus.benchmarks.cache.Page;
import magnus.benchmarks.cache.ReplayDay;
import magnus.benchmarks.cache.Traffic;

/**
 * The page views of one day by users with habits. A user comes mostly at his own hours and follows
 * his routes one after the other; where in a route he is, which symbol he saw last and on which way
 * he came says what is next, the page alone does not. At each step he may do something else
 * instead. Between two pages lies a lognormal think time with a median of 20 s, as in {@link
 * Traffic}.
 */
final class Navigation {

  /** Median, in seconds, and spread of think times. */
  static final double MEDIAN_THINK = 20;

  static final double THINK_SPREAD = 1;

  private static final double MEDIAN_PAGES = 8;
  private static final double PAGES_SPREAD = 1;
  private static final double AT_HIS_HOUR = 0.6;
  private static final double WITHIN_SECONDS = 600;

  /** How often a user does something else than his route says. */
  static final double ASTRAY = 0.08;

  /** How often the symbol is another one than his next favourite. */
  static final double OTHER_SYMBOL = 0.1;

  private static final double MONDAY = 0.85;

  private final List<Visitor> visitors;
  private final int symbols;
  private final SplittableRandom random;
  private final boolean monday;

  Navigation(List<Visitor> visitors, int symbols, LocalDate date, SplittableRandom random) {
    this.visitors = visitors;
    this.symbols = symbols;
    this.random = random;
    this.monday = date.getDayOfWeek() == DayOfWeek.MONDAY;
  }

  /** A day's views in the order of time. */
  List<Visit> draw() {
    List<Visit> visits = new ArrayList<>();
    for (int user = 0; user < visitors.size(); user++) {
      long sessions = Math.round(visitors.get(user).visitsPerDay() * (0.5 + random.nextDouble()));
      for (int session = 0; session < sessions; session++) {
        session(user, visits);
      }
    }
    visits.sort(Comparator.comparingInt(Visit::millis));
    return visits;
  }

  private void session(int user, List<Visit> visits) {
    Visitor visitor = visitors.get(user);
    double at = 1_000 * begin(visitor);
    long pages = Math.max(1, Math.round(lognormal(MEDIAN_PAGES, PAGES_SPREAD)));
    Route route = Route.values()[Visitor.draw(visitor.routes(), random)];
    int step = 0;
    int favourite = 0;
    Stop last = Stop.at(Page.DASHBOARD);
    for (int i = 0; i < pages && at < 1_000.0 * Traffic.SECONDS; i++) {
      Stop stop = last;
      if (i > 0 && random.nextDouble() < ASTRAY) {
        stop = astray(last, random);
      } else {
        do {
          if (step == route.length()) {
            // He goes on from the dashboard as he likes to; sometimes with the same again.
            route = Route.values()[Visitor.draw(visitor.routes(), random)];
            step = 0;
          }
          Page page = route.page(step++);
          stop = new Stop(page, pick(visitor, page, last, favourite, at));
          favourite += page == Page.SYMBOL ? 1 : 0;
        } while (i > 0 && stop.equals(last));
      }
      if (i == 0 || !stop.equals(last)) {
        visits.add(new Visit((int) at, user, stop));
      }
      last = stop;
      at += 1_000 * lognormal(MEDIAN_THINK, THINK_SPREAD);
    }
  }

  private int pick(Visitor visitor, Page page, Stop last, int favourite, double at) {
    return switch (page) {
      case SECTOR -> visitor.sector();
      case OPTION_CHAIN -> last.page() == Page.SYMBOL ? last.pick() : visitor.favourites()[0];
      case SYMBOL -> {
        if (last.page() == Page.SECTOR) {
          yield last.pick();
        }
        if (monday && favourite == 0 && at < 7_200_000 && random.nextDouble() < MONDAY) {
          yield visitor.mondays();
        }
        yield random.nextDouble() < OTHER_SYMBOL
            ? anySymbol(random)
            : visitor.favourites()[favourite % visitor.favourites().length];
      }
      default -> 0;
    };
  }

  /** Anywhere, by how often pages are turned to. */
  Stop astray(Stop last, SplittableRandom random) {
    Page page = Page.at(random.nextDouble());
    int pick =
        switch (page) {
          case SYMBOL -> anySymbol(random);
          case OPTION_CHAIN -> last.page() == Page.SYMBOL ? last.pick() : anySymbol(random);
          case SECTOR -> random.nextInt(ReplayDay.SECTORS);
          default -> 0;
        };
    return new Stop(page, pick);
  }

  /** In inverse proportion to the place in the order of turnover. */
  private int anySymbol(SplittableRandom random) {
    return (int) (Math.pow(symbols + 1.0, random.nextDouble()) - 1) % symbols;
  }

  private double begin(Visitor visitor) {
    if (random.nextDouble() < AT_HIS_HOUR) {
      int hour = visitor.hours()[random.nextInt(visitor.hours().length)];
      return Math.max(0, hour + WITHIN_SECONDS * random.nextGaussian());
    }
    return Traffic.begin(random);
  }

  private double lognormal(double median, double spread) {
    return median * Math.exp(spread * random.nextGaussian());
  }
}
