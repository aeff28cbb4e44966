package magnus.benchmarks.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magnus.cache.event.EntryIndex.Place;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.Ranking;
import magnus.prefetch.sequence.SessionContext;

/**
 * What will be asked for in an hour, by how often it was asked for in the same hour of days before,
 * and by the predictor of sequences: the sum over all users of what each would ask for next then.
 */
final class DemandForecasts {

  private static final int SECONDS_OF_A_VISIT = 1_800;
  private static final int LAST_ITEMS = 8;
  private static final int PREDICTED = 50;

  private final Map<Place, Double> weights = new HashMap<>();
  private final NextPredictor predictor = Predictors.live(1);
  private final Map<Place, Integer> items = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private long sessions;

  /** The weights as {@code shelf_demand} would have them. */
  Map<Place, Double> weights() {
    return weights;
  }

  /** Learns an hour, a week after the one before. */
  void learnCounts(ReplayDay day, int quarter) {
    weights.replaceAll((place, weight) -> weight * Math.sqrt(0.5));
    BusyDay.demand(day, quarter).forEach((p, n) -> weights.merge(p, (double) n, Double::sum));
  }

  /** Learns the hour as steps of its users' visits. */
  void learnSteps(ReplayDay day, int quarter) {
    Map<Integer, SessionContext> open = new HashMap<>();
    Map<Integer, Integer> last = new HashMap<>();
    for (Traffic.View view : day.views) {
      int at = view.millis() / BusyDay.QUARTER;
      if (at < quarter || at >= quarter + 4) {
        continue;
      }
      int user = view.user();
      SessionContext context = open.get(user);
      if (context == null
          || view.millis() - last.getOrDefault(user, 0) > SECONDS_OF_A_VISIT * 1_000) {
        context = begin(user, day, at / 2);
      }
      for (Place place : BusyDay.places(day, view)) {
        int item = item(place);
        predictor.learn(context, item);
        context = context.then(item);
        if (context.length() > LAST_ITEMS) {
          int[] all = context.items();
          context =
              context.withItems(java.util.Arrays.copyOfRange(all, all.length / 2, all.length));
        }
      }
      open.put(user, context);
      last.put(user, view.millis());
    }
    predictor.settle();
  }

  private SessionContext begin(int user, ReplayDay day, int half) {
    return new SessionContext(
        user,
        SessionContext.NONE,
        ++sessions,
        new int[0],
        17 + half,
        day.day.date().getDayOfWeek().getValue(),
        SessionContext.NONE,
        0,
        new int[0]);
  }

  private int item(Place place) {
    return items.computeIfAbsent(
        place,
        p -> {
          places.add(p);
          return places.size() - 1;
        });
  }

  /** The places asked for most, by counts. */
  List<Place> byCounts(int most) {
    return heaviest(weights, most);
  }

  /** The places asked for most, by the predictor. */
  List<Place> bySteps(ReplayDay day, int quarter, int most) {
    Map<Place, Double> sums = new HashMap<>();
    for (int user = 0; user < day.investors.length; user++) {
      Ranking next = predictor.predict(begin(user, day, quarter / 2), PREDICTED);
      for (int i = 0; i < next.size(); i++) {
        sums.merge(places.get(next.items()[i]), next.probabilities()[i], Double::sum);
      }
    }
    return heaviest(sums, most);
  }

  private static List<Place> heaviest(Map<Place, Double> weights, int most) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<Place, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> e.getKey().shelf())
                .thenComparing(e -> e.getKey().key()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The share of these that are asked for. */
  static double precision(List<Place> forecast, Map<Place, Integer> came) {
    Set<Place> right = new HashSet<>(forecast);
    right.retainAll(came.keySet());
    return forecast.isEmpty() ? 0 : (double) right.size() / forecast.size();
  }

  /** The share of what is asked for that is among these, times asked. */
  static double coverage(List<Place> forecast, Map<Place, Integer> came) {
    Set<Place> there = new HashSet<>(forecast);
    long all = 0;
    long met = 0;
    for (Map.Entry<Place, Integer> one : came.entrySet()) {
      all += one.getValue();
      met += there.contains(one.getKey()) ? one.getValue() : 0;
    }
    return all == 0 ? 0 : (double) met / all;
  }
}
