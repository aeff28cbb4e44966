package magnus.benchmarks.portfolio;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.market.MarketData;
import magnus.market.feed.MergedMarket;
import magnus.market.imported.ImportedFeed;
import magnus.market.simulated.SimulatedFeed;
import magnus.portfolio.Transaction;
import magnus.portfolio.imports.BrokerFile;
import magnus.portfolio.imports.BrokerFormats;
import magnus.portfolio.imports.ImportPlan;
import magnus.risk.PortfolioRisk;

/**
 * How long the analysis of a portfolio takes in the simulated market, without a database or a
 * server: of a broker's export, or of invented lots and options.
 */
public final class AnalysisBenchmark implements Benchmark {

  private static final int ROUNDS = 15;
  private static final int SESSIONS = 500;
  private static final int LARGEST_FILE = 50_000_000;
  private static final Instant AS_OF = Instant.parse("2025-12-31T17:00:00Z");

  @Override
  public String name() {
    return "analysis";
  }

  @Override
  public String usage() {
    return "[--lots 5000] [--options 500] [--file BROKER_EXPORT] [--rounds 15]: milliseconds to"
        + " value, analyse and follow a portfolio, cold and warm";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    MarketData market =
        new MergedMarket(
            new ImportedFeed(new NothingImported()), new SimulatedFeed(SimulatedFeed.DEFAULT_SEED));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("market_generation_ms", millis(() -> market.quote("SPY", AS_OF)));
    List<Transaction> trades =
        options.find("file").isPresent()
            ? read(options.file("file"))
            : new InventedTrades(market, AS_OF)
                .draw(options.integer("lots", 5000), options.integer("options", 500));
    MemoryPortfolio portfolio = new MemoryPortfolio(market, trades);
    PortfolioRisk risk = new PortfolioRisk(portfolio, market);
    Map<String, Supplier<Object>> parts = new LinkedHashMap<>();
    parts.put("ledger", () -> portfolio.ledger(AS_OF).last());
    parts.put(
        "holdings", () -> portfolio.holdings(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF));
    parts.put(
        "risk_metrics",
        () -> risk.metrics(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF, SESSIONS));
    parts.put(
        "value_at_risk",
        () -> risk.valueAtRisk(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF, SESSIONS));
    parts.put(
        "stress_test",
        () -> risk.stressTest(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF, SESSIONS));
    parts.put(
        "exposures",
        () -> risk.exposures(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF, SESSIONS));
    parts.put(
        "risk_score", () -> risk.score(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF, SESSIONS));
    parts.put(
        "sector_exposure", () -> risk.sectors(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF));
    parts.put(
        "performance", () -> risk.performance(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF));
    figures.put("transactions", trades.size());
    for (Map.Entry<String, Supplier<Object>> part : parts.entrySet()) {
      figures.put(part.getKey(), measure(part, options.integer("rounds", ROUNDS), progress));
    }
    figures.put(
        "missing",
        portfolio.holdings(MemoryPortfolio.OWNER, MemoryPortfolio.ID, AS_OF).missing().size());
    return figures;
  }

  private static List<Transaction> read(Path file) throws IOException {
    BrokerFile read =
        BrokerFile.of(String.valueOf(file.getFileName()), Files.readAllBytes(file), LARGEST_FILE);
    return ImportPlan.of(BrokerFormats.read(read, "auto")).fresh(Set.of());
  }

  private static Map<String, Object> measure(
      Map.Entry<String, Supplier<Object>> part, int rounds, PrintStream progress) {
    double cold = millis(part.getValue());
    double[] warm = new double[Math.max(1, rounds)];
    for (int i = 0; i < warm.length; i++) {
      warm[i] = millis(part.getValue());
    }
    double[] late = Arrays.copyOfRange(warm, warm.length / 2, warm.length);
    Arrays.sort(late);
    double median = late[late.length / 2];
    progress.printf(
        Locale.ROOT, "%-16s cold %8.1f ms   warm %8.1f ms%n", part.getKey(), cold, median);
    return Map.of("cold_ms", cold, "warm_ms", median);
  }

  private static double millis(Supplier<?> work) {
    long start = System.nanoTime();
    if (work.get() == null) {
      throw new IllegalStateException("nothing was computed");
    }
    return Math.rint((System.nanoTime() - start) / 1e5) / 10;
  }
}
