package magnus.market.imported;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import magnus.persistence.market.StoredClosing;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;
import org.jspecify.annotations.Nullable;

/**
 * All imported instruments, series and corporate actions in memory, of one version. Made when a
 * version was asked for often enough to pay for the statements that it takes to make it, so a
 * version that nobody reads costs none; not kept where there are more than {@value #MOST_ENTRIES}.
 * Safe for many threads.
 */
public final class KeptCatalogue {

  /** The room it may take: about 25 MB. */
  public static final int MOST_ENTRIES = 100_000;

  /** Estimated: two short texts, two dates, a record and its place in a map. */
  static final long BYTES_OF_ONE = 260;

  private static final int STATEMENTS_TO_MAKE = 3;

  private final Supplier<List<StoredSeries>> allSeries;
  private final Supplier<List<StoredInstrument>> allInstruments;
  private final Supplier<List<StoredCorporateAction>> allActions;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final LongAdder hits = new LongAdder();
  private final LongAdder asked = new LongAdder();
  private volatile @Nullable Known known;
  private volatile double makingMillis;
  private volatile long tooMany = -1;
  private long wantedVersion = -1;
  private int wanted;

  /** Whether it is kept. */
  public enum Decision {
    KEPT,
    NOT_YET,
    DROPPED
  }

  /**
   * How it stands.
   *
   * @param hits statements that it stood for
   * @param asked statements that it cost: of its version, and to make it
   */
  public record Figures(
      long version,
      Optional<Instant> madeAt,
      long entries,
      long bytes,
      long hits,
      long asked,
      double makingMillis,
      Decision decision,
      String why) {}

  public KeptCatalogue(
      Supplier<List<StoredSeries>> allSeries,
      Supplier<List<StoredInstrument>> allInstruments,
      Supplier<List<StoredCorporateAction>> allActions,
      InstantSource clock,
      LongSupplier ticker) {
    this.allSeries = allSeries;
    this.allInstruments = allInstruments;
    this.allActions = allActions;
    this.clock = clock;
    this.ticker = ticker;
  }

  private record Closings(LocalDate known, Map<String, StoredClosing> bySymbol) {}

  /** The catalogue of one version. */
  public final class Known {
    private final long version;
    private final Instant madeAt;
    private final Map<String, List<StoredSeries>> series = new HashMap<>();
    private final Map<String, StoredInstrument> instruments = new HashMap<>();
    private final Map<String, List<StoredCorporateAction>> actions = new HashMap<>();
    private final long entries;
    private volatile @Nullable Closings closings;

    Known(
        long version,
        Instant madeAt,
        List<StoredSeries> series,
        List<StoredInstrument> instruments,
        List<StoredCorporateAction> actions) {
      this.version = version;
      this.madeAt = madeAt;
      series.forEach(s -> this.series.computeIfAbsent(s.symbol(), k -> new ArrayList<>(1)).add(s));
      instruments.forEach(i -> this.instruments.put(i.symbol(), i));
      actions.forEach(
          a -> this.actions.computeIfAbsent(a.symbol(), k -> new ArrayList<>(1)).add(a));
      entries = (long) series.size() + instruments.size() + actions.size();
    }

    /** What there is of those symbols, by symbol and kind. */
    public List<StoredSeries> series(Collection<String> symbols) {
      hits.increment();
      return symbols.stream()
          .distinct()
          .sorted()
          .flatMap(
              s -> {
                List<StoredSeries> of = series.get(s);
                return of == null ? Stream.empty() : of.stream();
              })
          .toList();
    }

    /** What a company did with {@code from ≤ ex-date ≤ to}, by date. */
    public List<StoredCorporateAction> actions(String symbol, LocalDate from, LocalDate to) {
      hits.increment();
      List<StoredCorporateAction> of = actions.get(symbol);
      return of == null
          ? List.of()
          : of.stream().filter(a -> !a.exDate().isBefore(from) && !a.exDate().isAfter(to)).toList();
    }

    /**
     * The latest closes of that day, out of memory once they were read.
     *
     * @param read from the database; empty where they are not kept there
     */
    public Optional<Map<String, StoredClosing>> closings(
        LocalDate day, Supplier<Optional<Map<String, StoredClosing>>> read) {
      Closings now = closings;
      if (now != null && now.known.equals(day)) {
        return Optional.of(now.bySymbol);
      }
      asked.increment();
      Optional<Map<String, StoredClosing>> found = read.get();
      found.ifPresent(all -> closings = new Closings(day, Map.copyOf(all)));
      return found;
    }

    /** An instrument, if it was imported. */
    public Optional<StoredInstrument> instrument(String symbol) {
      hits.increment();
      return Optional.ofNullable(instruments.get(symbol));
    }
  }

  /**
   * The catalogue of a version; empty where it is not kept.
   *
   * @param fresh whether the database was asked for the version
   */
  public Optional<Known> at(long version, boolean fresh) {
    if (fresh) {
      asked.increment();
    }
    Known now = known;
    if (now != null && now.version == version) {
      return Optional.of(now);
    }
    return now != null && now.version > version || tooMany == version
        ? Optional.empty()
        : made(version);
  }

  private synchronized Optional<Known> made(long version) {
    Known now = known;
    if (now != null && now.version >= version) {
      return now.version == version ? Optional.of(now) : Optional.empty();
    }
    if (wantedVersion != version) {
      wantedVersion = version;
      wanted = 0;
    }
    wanted++;
    if (wanted <= STATEMENTS_TO_MAKE || tooMany == version) {
      return Optional.empty();
    }
    long began = ticker.getAsLong();
    Known made =
        new Known(
            version, clock.instant(), allSeries.get(), allInstruments.get(), allActions.get());
    makingMillis = (ticker.getAsLong() - began) / 1e6;
    asked.add(STATEMENTS_TO_MAKE);
    if (made.entries > MOST_ENTRIES) {
      tooMany = version;
      known = null;
      return Optional.empty();
    }
    known = made;
    return Optional.of(made);
  }

  private static long entries(@Nullable Known now) {
    if (now == null) {
      return 0;
    }
    Closings closings = now.closings;
    return now.entries + (closings == null ? 0 : closings.bySymbol.size());
  }

  /** How it stands, and why. */
  public Figures figures() {
    Known now = known;
    long entries = entries(now);
    boolean dropped = now == null && tooMany >= 0;
    return new Figures(
        now == null ? 0 : now.version,
        Optional.ofNullable(now).map(k -> k.madeAt),
        entries,
        entries * BYTES_OF_ONE,
        hits.sum(),
        asked.sum(),
        makingMillis,
        now != null ? Decision.KEPT : dropped ? Decision.DROPPED : Decision.NOT_YET,
        now != null
            ? "It stood for " + hits.sum() + " statements and cost " + asked.sum() + "."
            : dropped
                ? "There are more than " + MOST_ENTRIES + " entries."
                : "It is made when it was asked for more often than it takes statements.");
  }
}
