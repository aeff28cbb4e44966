package magnus.benchmarks.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.time.TradingCalendar;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Likely;
import magnus.prefetch.model.Seen;
import magnus.prefetch.model.VisitModel;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Ranking;
import magnus.prefetch.sequence.SessionContext;
import magnus.prefetch.sequence.Vocabulary;

/** Says what a user opens next, and learns visit by visit, each after it was predicted. */
interface Foresight {

  /** A visit that has happened. */
  void learn(Visit visit, Instant at);

  /** What comes after it, the likeliest first; learned already. */
  List<Guess> after(Visit visit, Instant at, int count);

  /** What came after a page, whoever was on it: as Guess.js does. */
  static Foresight chain(NextPredictor predictor, List<String> symbols) {
    return new Foresight() {
      private final Vocabulary names = new Vocabulary(10_000);
      private final Map<String, Stop> stops = new HashMap<>();
      private final Map<Integer, Integer> last = new HashMap<>();
      private final Map<Integer, Instant> times = new HashMap<>();

      @Override
      public void learn(Visit visit, Instant at) {
        String path = visit.stop().path(symbols);
        stops.putIfAbsent(path, visit.stop());
        int item = names.learn(path);
        Integer before = last.put(visit.user(), item);
        Instant then = times.put(visit.user(), at);
        if (before != null && then != null && at.minus(VisitorIds.GAP).isBefore(then)) {
          predictor.learn(context(visit.user(), before), item);
        }
      }

      private SessionContext context(int user, int item) {
        return new SessionContext(user, -1, user, new int[] {item}, -1, -1, -1, 0, new int[0]);
      }

      @Override
      public List<Guess> after(Visit visit, Instant at, int count) {
        int here = names.number(visit.stop().path(symbols));
        Ranking ranking = predictor.predict(context(visit.user(), here), count);
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
          Optional<Stop> stop = names.findName(ranking.items()[i]).map(stops::get);
          if (stop.isPresent()) {
            guesses.add(new Guess(stop.get(), Math.min(1, ranking.probabilities()[i])));
          }
        }
        return guesses;
      }
    };
  }

  /** As the product predicts: what all do blended with what the user himself did. */
  static Foresight model(NextPredictor shared, List<String> symbols) {
    return new Foresight() {
      private final VisitModel model = new VisitModel(shared, TradingCalendar.ZONE, 1);
      private final Map<String, Stop> stops = new HashMap<>();

      private Page page(Visit visit) {
        String path = visit.stop().path(symbols);
        stops.putIfAbsent(path, visit.stop());
        return path.startsWith("/market/")
            ? Page.ofSymbol(path.substring("/market/".length()))
            : new Page(path, "");
      }

      @Override
      public void learn(Visit visit, Instant at) {
        model.learn(new Seen(VisitorIds.of(visit.user()), page(visit), at, condition(at)));
      }

      @Override
      public List<Guess> after(Visit visit, Instant at, int count) {
        UUID user = VisitorIds.of(visit.user());
        List<Guess> guesses = new ArrayList<>();
        for (Likely one : model.predict(user, page(visit), at, condition(at), count)) {
          Stop stop = stops.get(one.path());
          if (stop != null) {
            guesses.add(new Guess(stop, one.probability()));
          }
        }
        return guesses;
      }

      private int condition(Instant at) {
        return TradingCalendar.newYork().phase(at).ordinal();
      }
    };
  }
}
