package magnus.market;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.market.imported.ImportedFeed;
import magnus.market.imported.KeptCatalogue;
import magnus.persistence.market.ClosingStore;
import magnus.persistence.market.MarketStore;
import magnus.persistence.market.StoredClosing;
import magnus.persistence.market.StoredClosings;
import magnus.prefetch.StoredSummary;
import magnus.prefetch.Summaries;
import magnus.prefetch.SummaryReport;
import org.jspecify.annotations.Nullable;

/**
 * The latest closes of all imported symbols in a table, in the place of reading what there is of
 * each and its last weeks of bars. The statement that reads them finds only what was made from the
 * version of the data that is stored now, for the session that has closed last: it cannot be wrong.
 * Made and dropped before busy hours, by what it is expected to save.
 */
@Singleton
@LocalBean
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ClosingSummary implements StoredSummary {

  /** Estimated: the row, its index entry and what both waste. */
  static final long BYTES_OF_ONE = 200;

  /** As Hibernate sends inserts together. */
  private static final int ROWS_OF_A_STATEMENT = 100;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  @Inject private ClosingStore rows;
  @Inject private MarketStore store;
  @Inject private MarketCatalogue catalogue;
  @Inject private Summaries summaries;
  @Inject private MarketClock market;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final LongAdder hits = new LongAdder();
  private final LongAdder missed = new LongAdder();
  private final LongAdder looks = new LongAdder();
  private final LongAdder making = new LongAdder();
  private volatile @Nullable StoredClosings kept;
  private volatile String why = "It was not asked for yet.";
  private volatile boolean dropped;
  private Rounds rounds;

  @PostConstruct
  void start() {
    summaries.register(this::report);
    summaries.register((StoredSummary) this);
    rounds = new Rounds(factory);
    rounds.every(
        BETWEEN_LOOKS, this::look, e -> MarketLog.LOG.debugf("closings not looked at: %s", e));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /** Another node may have made or dropped it; who loads does not ask for what is not there. */
  private void look() {
    looks.increment();
    kept = rows.kept().orElse(null);
  }

  /**
   * The latest closes of these symbols; empty where they are not kept.
   *
   * @param inMemory what is known in the caller's transaction, which keeps them as well
   */
  public Optional<Map<String, StoredClosing>> find(
      Collection<String> symbols, LocalDate known, Optional<KeptCatalogue.Known> inMemory) {
    StoredClosings now = kept;
    if (now == null || !now.known().equals(known) || symbols.isEmpty()) {
      return Optional.empty();
    }
    Optional<Map<String, StoredClosing>> found =
        inMemory.isPresent()
            ? inMemory.get().closings(known, () -> rows.all(known))
            : rows.find(symbols, known);
    if (found.isPresent()) {
      hits.increment();
    } else {
      missed.increment();
      kept = null;
    }
    return found;
  }

  @Override
  public String shelf() {
    return MarketShelves.QUOTES;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public synchronized Optional<String> remake(double loads, long mostBytes) {
    Instant asOf = market.instant();
    LocalDate known = TradingCalendar.newYork().lastClosed(asOf).date();
    Optional<StoredClosings> there = rows.kept();
    if (there.isPresent() && there.get().known().equals(known)) {
      kept = there.get();
      return Optional.empty();
    }
    long version = store.version();
    int symbols = store.series().size();
    int cost = statements(symbols);
    if (symbols == 0 || symbols * BYTES_OF_ONE > mostBytes || loads <= cost) {
      why =
          symbols == 0
              ? "Nothing is imported."
              : String.format(
                  Locale.ROOT,
                  "%d symbols take %d KiB of %d, and %.0f loads of quotes are expected in the busy"
                      + " hour, where making it takes %d statements.",
                  symbols,
                  symbols * BYTES_OF_ONE >> 10,
                  mostBytes >> 10,
                  loads,
                  cost);
      rows.drop();
      kept = null;
      dropped = true;
      return Optional.of("Closings dropped: " + why);
    }
    return Optional.of(make(asOf, known, version, cost));
  }

  private String make(Instant asOf, LocalDate known, long version, int cost) {
    long began = System.nanoTime();
    // Read after the version: what an import changes meanwhile has another one, and is not served.
    List<StoredClosing> closings =
        new ImportedFeed(new StoredData(store, catalogue, this)).closings(asOf);
    double millis = (System.nanoTime() - began) / 1e6;
    rows.keep(
        new StoredClosings(version, known, closings.size(), wall.instant(), millis, cost),
        closings);
    making.add(cost);
    dropped = false;
    look();
    why = "Made from version " + version + " for the close of " + known + ".";
    return "Closings of " + closings.size() + " symbols made in " + Math.round(millis) + " ms.";
  }

  /** What is there of all, their bars some hundreds at once, then the rows. */
  private static int statements(int symbols) {
    return 4
        + 2 * (1 + symbols / ImportedFeed.AT_ONCE)
        + 1
        + (symbols + ROWS_OF_A_STATEMENT - 1) / ROWS_OF_A_STATEMENT;
  }

  private SummaryReport report() {
    StoredClosings now = kept;
    long entries = now == null ? 0 : now.symbols();
    long cost = missed.sum() + looks.sum() + making.sum();
    long saved = hits.sum() - cost;
    return new SummaryReport(
        "market-closings",
        now == null ? 0 : now.version(),
        Optional.ofNullable(now).map(StoredClosings::madeAt),
        entries,
        entries * BYTES_OF_ONE,
        0,
        hits.sum(),
        cost,
        saved,
        entries == 0 ? 0 : saved / (entries * BYTES_OF_ONE / 1024.0),
        now == null ? 0 : now.millis(),
        now != null ? "KEPT" : dropped ? "DROPPED" : "NOT_YET",
        why);
  }
}
