package magnus.benchmarks.cache;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import magnus.cache.DataType;

/**
 * What came of the answers. An answer's error is the distance of the served value from the true one
 * at that moment, in basis points of the true one; a value that was loaded for the answer has none.
 * The hit rate is that of answers which did not wait for a source. Mean and percentile are over all
 * answers that prices move, loaded ones included. Texts that are no longer the newest are counted
 * apart.
 */
final class Tally {

  private static final double PER_BIN = 0.05;
  private static final int BINS = 60_000;

  private static final class OfType {
    long answers;
    long calls;
    long loaded;
    double error;
    long changed;
  }

  private final Map<DataType, OfType> types = new EnumMap<>(DataType.class);
  private final int[] bins = new int[BINS];

  Tally() {
    ReplayShelves.TYPES.forEach(type -> types.put(type, new OfType()));
  }

  /** The source was called once, whether for one value or for many. */
  void call(DataType type) {
    of(type).calls++;
  }

  void answer(DataType type, boolean loaded, double served, double truth) {
    OfType of = of(type);
    of.answers++;
    of.loaded += loaded ? 1 : 0;
    if (type.movesWithPrices()) {
      double error = 1e4 * Math.abs(served / truth - 1);
      of.error += error;
      bins[(int) Math.min(BINS - 1, error / PER_BIN)]++;
    } else if (served != truth) {
      of.changed++;
    }
  }

  void add(Tally other) {
    for (DataType type : ReplayShelves.TYPES) {
      OfType mine = of(type);
      OfType theirs = other.of(type);
      mine.answers += theirs.answers;
      mine.calls += theirs.calls;
      mine.loaded += theirs.loaded;
      mine.error += theirs.error;
      mine.changed += theirs.changed;
    }
    for (int i = 0; i < BINS; i++) {
      bins[i] += other.bins[i];
    }
  }

  /** What the same questions come to where every one is a call of the source. */
  Tally withoutCache() {
    Tally none = new Tally();
    long answers = 0;
    for (DataType type : ReplayShelves.TYPES) {
      OfType of = none.of(type);
      of.answers = of(type).answers;
      of.calls = of.answers;
      of.loaded = of.answers;
      answers += type.movesWithPrices() ? of.answers : 0;
    }
    none.bins[0] = (int) answers;
    return none;
  }

  long answers() {
    return types.values().stream().mapToLong(t -> t.answers).sum();
  }

  long calls() {
    return types.values().stream().mapToLong(t -> t.calls).sum();
  }

  double hitRate() {
    return 1 - (double) types.values().stream().mapToLong(t -> t.loaded).sum() / answers();
  }

  long statements() {
    return ReplayShelves.TYPES.stream()
        .mapToLong(type -> of(type).calls * StatementTable.perLoad(type))
        .sum();
  }

  double meanError() {
    double errors = 0;
    long answers = 0;
    for (DataType type : ReplayShelves.TYPES) {
      if (type.movesWithPrices()) {
        errors += of(type).error;
        answers += of(type).answers;
      }
    }
    return errors / answers;
  }

  /** The 99th percentile, rounded up to a twentieth of a basis point. */
  double highError() {
    long all = 0;
    for (int bin : bins) {
      all += bin;
    }
    long seen = 0;
    for (int i = 0; i < BINS; i++) {
      seen += bins[i];
      if (bins[i] > 0 && seen >= 0.99 * all) {
        return bins[0] == all ? 0 : (i + 1) * PER_BIN;
      }
    }
    return 0;
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("answers", answers());
    figures.put("source_calls", calls());
    figures.put("hit_rate", hitRate());
    figures.put("mean_error_bp", meanError());
    figures.put("p99_error_bp", highError());
    figures.put("statements", statements());
    return figures;
  }

  Map<String, Object> byType() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (DataType type : ReplayShelves.TYPES) {
      OfType of = of(type);
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("answers", of.answers);
      own.put("source_calls", of.calls);
      own.put("hit_rate", 1 - (double) of.loaded / of.answers);
      if (type.movesWithPrices()) {
        own.put("mean_error_bp", of.error / of.answers);
      } else {
        own.put("no_longer_newest", (double) of.changed / of.answers);
      }
      figures.put(ReplayShelves.word(type), own);
    }
    return figures;
  }

  private OfType of(DataType type) {
    OfType of = types.get(type);
    if (of == null) {
      throw new IllegalArgumentException(type + " is not replayed");
    }
    return of;
  }
}
