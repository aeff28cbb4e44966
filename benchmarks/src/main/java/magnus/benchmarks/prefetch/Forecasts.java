package magnus.benchmarks.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.benchmarks.cache.ReplayDay;

/**
 * What a predictor said after each visit of the judged days, when it had learned all visits up to
 * that one and none after it. What users open does not depend on what was loaded ahead, so one pass
 * serves every replay.
 */
final class Forecasts {

  private static final int SHOWN = 12;

  /** As in the product: less likely pages are not considered. */
  private static final double LEAST_PROBABILITY = 0.01;

  private final List<List<List<Guess>>> days = new ArrayList<>();
  private long asked;
  private long first;
  private double claimed;

  private final Foresight foresight;

  Forecasts(Foresight foresight) {
    this.foresight = foresight;
  }

  /** Learns a day's visits. */
  void learn(List<Visit> visits, long firstMillis) {
    for (Visit visit : visits) {
      foresight.learn(visit, Instant.ofEpochMilli(firstMillis + visit.millis()));
    }
  }

  /** Predicts after each of a day's visits, learning on. */
  void judge(List<Visit> visits, ReplayDay day) {
    List<List<Guess>> said = new ArrayList<>();
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      Instant at = Instant.ofEpochMilli(day.firstMillis + visit.millis());
      Integer before = last.put(visit.user(), i);
      if (before != null
          && visit.millis() - visits.get(before).millis() <= VisitorIds.GAP.toMillis()) {
        score(said.get(before), visit.stop());
      }
      foresight.learn(visit, at);
      said.add(
          foresight.after(visit, at, SHOWN).stream()
              .filter(g -> g.probability() >= LEAST_PROBABILITY)
              .toList());
    }
    days.add(said);
  }

  private void score(List<Guess> said, Stop came) {
    asked++;
    if (!said.isEmpty()) {
      first += said.get(0).stop().equals(came) ? 1 : 0;
      claimed += said.get(0).probability();
    }
  }

  /** The share of visits that the likeliest page was opened next, where any was. */
  double precision() {
    return (double) first / asked;
  }

  /** What the likeliest page was said to have as its chance, on average. */
  double claimed() {
    return claimed / asked;
  }

  /** What was said after each visit of a judged day. */
  List<List<Guess>> day(int number) {
    return days.get(number);
  }
}
