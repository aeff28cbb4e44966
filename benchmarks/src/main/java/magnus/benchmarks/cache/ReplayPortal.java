package magnus.benchmarks.cache;

import java.util.List;
import magnus.basics.result.Result;
import magnus.benchmarks.cache.ReplayShelves.Calls;
import magnus.cache.DataType;
import magnus.cache.Served;
import magnus.cache.freshness.LifespanPolicy;

/** A portal for one day: who asks its shelves for what, and what comes of it. */
final class ReplayPortal {

  private final ReplayDay day;
  private final Tally tally = new Tally();
  private final ReplayShelves shelves;
  private int millis;

  ReplayPortal(ReplayDay day, LifespanPolicy policy, Calls calls) {
    this.day = day;
    this.shelves =
        new ReplayShelves(
            day,
            policy,
            calls,
            type -> {
              tally.call(type);
              return 0;
            });
  }

  /** The whole day's views. */
  Tally replay() {
    for (Traffic.View view : day.views) {
      millis = view.millis();
      shelves.turnTo(millis);
      PageAsks asks = PageAsks.of(day, view.page(), view.user(), view.pick());
      asks.each().forEach(a -> told(a.type(), a.id(), shelves.of(a.type()).get(a.id())));
      List<Integer> quotes = asks.quotes();
      if (!quotes.isEmpty()) {
        shelves
            .of(DataType.QUOTE)
            .getAll(quotes)
            .forEach((id, answer) -> told(DataType.QUOTE, id, answer));
      }
    }
    return tally;
  }

  private void told(DataType type, int id, Result<Served<Double>> answer) {
    Served<Double> served =
        answer
            .find()
            .orElseThrow(() -> new IllegalStateException(type + " of " + id + ": " + answer));
    tally.answer(
        type,
        served.how() == Served.How.LOADED,
        served.value(),
        day.truth(type, id, millis / 1_000));
  }
}
