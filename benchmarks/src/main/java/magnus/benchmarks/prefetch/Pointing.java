package magnus.benchmarks.prefetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import magnus.benchmarks.cache.Page;
import magnus.prefetch.plan.Signs.Sign;
import org.jspecify.annotations.Nullable;

/**
 * What users do with links before they open one. As instant.page's author states it: a pointer that
 * has rested on a link for 65 ms opens it every other time, and leaves 300 ms on average until the
 * click; a finger leaves 90 ms between touching and lifting. Distributions, the share of devices
 * and of pages opened without a link are set here.
 */
final class Pointing {

  /** Users without a pointer. */
  static final double TOUCH = 0.3;

  /** Pages opened by the back button, the address or the keyboard, which shows nothing before. */
  static final double SILENT = 0.1;

  /** Mean milliseconds from a pointer's rest, after the first 65 ms of it, to the click. */
  static final double REST_MILLIS = 300;

  /** Mean milliseconds from pressing to lifting. */
  static final double PRESS_MILLIS = 90;

  private static final double SPREAD = 0.6;

  /** Rests on a page on links that are not opened: as many as on those that are. */
  static final double FALSE_RESTS = 1;

  /** Of touches, which also begin a scroll. */
  static final double FALSE_TOUCHES = 0.1;

  /** Of false rests, how many are on links of his habits; the others on any. */
  static final double ON_HIS_WAY = 0.5;

  private static final double LAST_STAY_MILLIS = 20_000;

  private final List<Visitor> visitors;
  private final Navigation links;
  private final SplittableRandom random;

  Pointing(List<Visitor> visitors, Navigation links, SplittableRandom random) {
    this.visitors = visitors;
    this.links = links;
    this.random = random;
  }

  /** The signs on each visit's page before the next one, in the order of time. */
  List<List<Rest>> draw(List<Visit> visits) {
    int[] next = new int[visits.size()];
    int[] last = new int[visitors.size()];
    for (int i = visits.size() - 1; i >= 0; i--) {
      int user = visits.get(i).user();
      next[i] = last[user];
      last[user] = i;
    }
    List<List<Rest>> all = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      Visit then = next[i] == 0 ? null : visits.get(next[i]);
      boolean goesOn = then != null && then.millis() - visit.millis() <= VisitorIds.GAP.toMillis();
      List<Rest> rests = new ArrayList<>();
      boolean touches = isTouch(visit.user());
      double until =
          goesOn && then != null
              ? opened(visit, then, touches, rests)
              : visit.millis() + LAST_STAY_MILLIS;
      mistaken(visit, goesOn && then != null ? then.stop() : null, until, touches, rests);
      rests.sort(Comparator.comparingInt(Rest::millis));
      all.add(rests);
    }
    return all;
  }

  private static boolean isTouch(int user) {
    return new SplittableRandom(77L + user).nextDouble() < TOUCH;
  }

  /** Signs of the link that is opened; when the first one comes. */
  private double opened(Visit visit, Visit then, boolean touches, List<Rest> rests) {
    double stay = then.millis() - visit.millis();
    double lead = Math.min(0.9 * stay, lognormal(REST_MILLIS));
    double press = Math.min(0.9 * (touches ? stay : lead), lognormal(PRESS_MILLIS));
    if (random.nextDouble() < SILENT) {
      return then.millis();
    }
    rests.add(new Rest((int) (then.millis() - press), then.stop(), Sign.PRESS));
    if (touches) {
      return then.millis() - press;
    }
    rests.add(new Rest((int) (then.millis() - lead), then.stop(), Sign.REST));
    return then.millis() - lead;
  }

  private void mistaken(
      Visit visit, @Nullable Stop next, double until, boolean touches, List<Rest> rests) {
    double mean = touches ? FALSE_TOUCHES : FALSE_RESTS;
    for (double left = Math.exp(-mean), p = random.nextDouble();
        p > left;
        p *= random.nextDouble()) {
      double at = visit.millis() + random.nextDouble() * (until - visit.millis());
      Stop target = link(visit);
      if (!target.equals(next) && !target.equals(visit.stop())) {
        rests.add(new Rest((int) at, target, touches ? Sign.PRESS : Sign.REST));
      }
    }
  }

  private Stop link(Visit visit) {
    if (random.nextDouble() >= ON_HIS_WAY) {
      return links.astray(visit.stop(), random);
    }
    Visitor visitor = visitors.get(visit.user());
    Route route = Route.values()[Visitor.draw(visitor.routes(), random)];
    Page page = route.page(random.nextInt(route.length()));
    int[] favourites = visitor.favourites();
    int pick =
        switch (page) {
          case SECTOR -> visitor.sector();
          case SYMBOL -> favourites[random.nextInt(favourites.length)];
          case OPTION_CHAIN ->
              visit.stop().page() == Page.SYMBOL ? visit.stop().pick() : favourites[0];
          default -> 0;
        };
    return new Stop(page, pick);
  }

  /** With that mean. */
  private double lognormal(double mean) {
    return mean * Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
  }
}
