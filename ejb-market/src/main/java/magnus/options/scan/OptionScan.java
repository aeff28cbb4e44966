package magnus.options.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.market.Instrument;
import magnus.market.OptionChain;
import magnus.options.Opportunity;
import magnus.options.ScanReport;
import magnus.options.ScanRequest;

/**
 * Scans many underlyings, a few at a time, tells of each batch in their order, and keeps the best
 * within the limits of symbols and sectors. Scores do not depend on what else is found, so what was
 * told early keeps its score, and the same scan tells the same in the same order.
 */
public final class OptionScan {

  private static final int BATCHES = 16;

  private final Executor threads;
  private final int helpers;
  private final Function<String, Result<OptionChain>> chains;

  /**
   * @param helpers how many threads work beside the caller's
   * @param chains by underlying; called on many threads
   */
  public OptionScan(Executor threads, int helpers, Function<String, Result<OptionChain>> chains) {
    this.threads = threads;
    this.helpers = helpers;
    this.chains = chains;
  }

  /** What one batch of underlyings gave. */
  private record Batch(
      List<Opportunity> found, List<ScanReport.Missing> missing, int symbols, int contracts) {}

  /**
   * @param partial told of what is the best so far, after each batch that bettered it
   * @param cancelled asked between batches
   */
  public ScanReport run(
      ScanRequest request,
      List<Underlying> underlyings,
      Consumer<ScanReport> partial,
      BooleanSupplier cancelled) {
    return of(
        request,
        underlyings.stream()
            .filter(u -> request.symbols().isEmpty() || request.symbols().contains(u.symbol()))
            .filter(u -> request.sectors().isEmpty() || request.sectors().contains(u.sector()))
            .toList(),
        some -> List.copyOf(some),
        partial,
        cancelled);
  }

  /**
   * The same where what is known of the underlyings is read batch by batch too, so that the first
   * are told of before the last are read.
   *
   * @param wanted those to look at, in their order
   * @param read called on many threads
   */
  public ScanReport run(
      ScanRequest request,
      List<Instrument> wanted,
      Function<Collection<Instrument>, List<Underlying>> read,
      Consumer<ScanReport> partial,
      BooleanSupplier cancelled) {
    return of(request, wanted, read, partial, cancelled);
  }

  private <T> ScanReport of(
      ScanRequest request,
      List<T> wanted,
      Function<? super List<T>, List<Underlying>> read,
      Consumer<ScanReport> partial,
      BooleanSupplier cancelled) {
    // the first batches are small, so that something can be shown at once
    List<FutureTask<Batch>> tasks = new ArrayList<>();
    int from = 0;
    int size = 2;
    int most = Math.max(2, wanted.size() / BATCHES);
    while (from < wanted.size()) {
      List<T> some = wanted.subList(from, Math.min(wanted.size(), from + size));
      tasks.add(new FutureTask<>(() -> batch(request, read.apply(some))));
      from += some.size();
      size = Math.min(most, 2 * size);
    }
    // The caller works too and waits for nothing that has not begun: a full pool cannot stop it.
    for (int i = 0; i < helpers; i++) {
      help(tasks);
    }
    List<Opportunity> all = new ArrayList<>();
    List<ScanReport.Missing> missing = new ArrayList<>();
    int symbols = 0;
    int contracts = 0;
    ScanReport report = new ScanReport(List.of(), 0, wanted.size(), 0, 0, List.of());
    try {
      for (int i = 0; i < tasks.size() && !cancelled.getAsBoolean(); i++) {
        tasks.get(i).run();
        Batch batch = tasks.get(i).get();
        all.addAll(batch.found());
        missing.addAll(batch.missing());
        symbols += batch.symbols();
        contracts += batch.contracts();
        report =
            new ScanReport(
                ranked(all, request),
                symbols,
                wanted.size(),
                contracts,
                all.size(),
                List.copyOf(missing));
        if (i + 1 < tasks.size() && !batch.found().isEmpty()) {
          partial.accept(report);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the scan failed: " + e.getCause(), e);
    } finally {
      tasks.forEach(task -> task.cancel(false));
    }
    return report;
  }

  private void help(List<FutureTask<Batch>> tasks) {
    try {
      threads.execute(() -> tasks.forEach(FutureTask::run));
    } catch (RejectedExecutionException e) {
      // the caller does it all
    }
  }

  private Batch batch(ScanRequest request, List<Underlying> some) {
    List<Opportunity> found = new ArrayList<>();
    List<ScanReport.Missing> missing = new ArrayList<>();
    int contracts = 0;
    for (Underlying underlying : some) {
      Result<OptionChain> chain = chains.apply(underlying.symbol());
      if (chain instanceof Result.Success<OptionChain> success) {
        SymbolScan scan = new SymbolScan(request, underlying, success.value());
        found.addAll(scan.best());
        contracts += scan.read();
      } else {
        missing.add(
            new ScanReport.Missing(
                underlying.symbol(),
                chain.findFailure().map(f -> f.reason()).orElse(FailureReason.NO_DATA).name()));
      }
    }
    return new Batch(found, missing, some.size(), contracts);
  }

  /** The best first, equal scores by symbol, within the limits. */
  static List<Opportunity> ranked(List<Opportunity> all, ScanRequest request) {
    List<Opportunity> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble((Opportunity o) -> -o.score().value())
            .thenComparing(Opportunity::symbol)
            .thenComparing(Opportunity::expiry)
            .thenComparingDouble(Opportunity::strike));
    List<Opportunity> best = new ArrayList<>();
    Map<String, Integer> bySector = new HashMap<>();
    for (Opportunity o : sorted) {
      if (best.size() == request.count()) {
        break;
      }
      if (bySector.merge(o.sector(), 1, Integer::sum) <= request.mostPerSector()) {
        best.add(o);
      }
    }
    return best;
  }
}
