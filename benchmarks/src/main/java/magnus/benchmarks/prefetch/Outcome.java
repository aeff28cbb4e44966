package magnus.benchmarks.prefetch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import magnus.benchmarks.cache.Page;
import magnus.benchmarks.cache.ReplayShelves;
import magnus.cache.DataType;

/** What came of the judged days. */
final class Outcome {

  /** Under which a page counts as fast. */
  private static final int FAST = 500;

  private static final int BINS = 2_000;

  private final Map<Page, long[]> millis = new EnumMap<>(Page.class);
  private final Map<DataType, long[]> ahead = new EnumMap<>(DataType.class);
  private long warm;
  private long calls;
  private long prefetched;
  private long wasted;
  private long fetched;
  private long fetchedShown;
  private long firsts;
  private double firstMillis;
  private boolean first;

  Outcome() {
    for (Page page : Page.values()) {
      millis.put(page, new long[BINS]);
    }
    for (DataType type : ReplayShelves.TYPES) {
      ahead.put(type, new long[2]);
    }
  }

  void called() {
    calls++;
  }

  /** The next page begins a visit or goes on. */
  void begin(boolean isFirst) {
    first = isFirst;
  }

  boolean isFirst() {
    return first;
  }

  /** A browser fetched a value ahead. */
  void fetched() {
    fetched++;
  }

  /** A browser showed a value that it held. */
  void fetchedShown(boolean wasAhead) {
    fetchedShown += wasAhead ? 1 : 0;
  }

  /** A page took that long; it is warm where no source was waited for. */
  void page(Page page, int took, boolean isWarm) {
    if (first) {
      firsts++;
      firstMillis += took;
    }
    bins(page)[Math.min(BINS - 1, took)]++;
    warm += isWarm ? 1 : 0;
  }

  private long[] bins(Page page) {
    long[] bins = millis.get(page);
    if (bins == null) {
      throw new IllegalStateException(page + " has no bins");
    }
    return bins;
  }

  /** An entry that was loaded ahead has come to its end. */
  void ended(DataType type, boolean used) {
    prefetched++;
    wasted += used ? 0 : 1;
    long[] counts = ahead.get(type);
    if (counts != null) {
      counts[used ? 0 : 1]++;
    }
  }

  private long[] all() {
    long[] all = new long[BINS];
    millis.values().forEach(bins -> Arrays.setAll(all, i -> all[i] + bins[i]));
    return all;
  }

  long pages() {
    return Arrays.stream(all()).sum();
  }

  double mean() {
    return mean(all());
  }

  /** Of pages that are not the first of a visit. */
  double later() {
    return (mean() * pages() - firstMillis) / Math.max(1, pages() - firsts);
  }

  double first() {
    return firstMillis / Math.max(1, firsts);
  }

  double fast() {
    return under(all());
  }

  /** The share of what browsers fetched ahead that they never showed. */
  double unshown() {
    return fetched == 0 ? 0 : 1 - (double) fetchedShown / fetched;
  }

  long calls() {
    return calls;
  }

  double wasted() {
    return prefetched == 0 ? 0 : (double) wasted / prefetched;
  }

  double warm() {
    return (double) warm / pages();
  }

  private static double mean(long[] bins) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < bins.length; i++) {
      sum += (double) i * bins[i];
      count += bins[i];
    }
    return count == 0 ? 0 : sum / count;
  }

  private static int quantile(long[] bins, double share) {
    double asked = share * Arrays.stream(bins).sum();
    long seen = 0;
    for (int i = 0; i < bins.length; i++) {
      seen += bins[i];
      if (seen >= asked) {
        return i;
      }
    }
    return bins.length;
  }

  private static double under(long[] bins) {
    return (double) Arrays.stream(bins).limit(FAST).sum() / Math.max(1, Arrays.stream(bins).sum());
  }

  /** With what it is compared. */
  Map<String, Object> figures(Outcome off) {
    long[] all = all();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("perceived_saved", 1 - mean() / off.mean());
    figures.put("mean_millis", mean());
    figures.put("median_millis", quantile(all, 0.5));
    figures.put("p95_millis", quantile(all, 0.95));
    figures.put("warm_share", warm());
    figures.put("under_500_ms", under(all));
    figures.put("source_calls", calls);
    figures.put("extra_calls", calls - off.calls);
    figures.put("prefetched", prefetched);
    figures.put("wasted", wasted());
    figures.put("browser_fetches_ahead", fetched);
    figures.put("browser_fetches_unshown", fetched == 0 ? 0 : 1 - (double) fetchedShown / fetched);
    figures.put("pages", pages());
    figures.put("first_pages", firsts);
    figures.put("first_mean_millis", firstMillis / Math.max(1, firsts));
    figures.put("later_mean_millis", later());
    Map<String, Object> byPage = new LinkedHashMap<>();
    millis.forEach(
        (page, bins) -> {
          Map<String, Object> own = new LinkedHashMap<>();
          own.put("pages", Arrays.stream(bins).sum());
          own.put("mean_millis", mean(bins));
          own.put("p95_millis", quantile(bins, 0.95));
          own.put("under_500_ms", under(bins));
          byPage.put(page.name().toLowerCase(Locale.ROOT), own);
        });
    figures.put("by_page", byPage);
    Map<String, Object> byType = new LinkedHashMap<>();
    ahead.forEach(
        (type, counts) -> {
          Map<String, Object> own = new LinkedHashMap<>();
          own.put("prefetched", counts[0] + counts[1]);
          own.put("wasted", (double) counts[1] / Math.max(1, counts[0] + counts[1]));
          byType.put(type.name().toLowerCase(Locale.ROOT), own);
        });
    figures.put("by_type", byType);
    return figures;
  }
}
