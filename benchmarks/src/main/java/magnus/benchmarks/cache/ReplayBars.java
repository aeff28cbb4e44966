package magnus.benchmarks.cache;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import magnus.market.imported.ImportLimits;
import magnus.market.imported.ImportReader;
import magnus.market.imported.MarketSink;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Daily bars of any file that the product imports, read by the product's own reader. */
public final class ReplayBars implements MarketSink {

  /** One day of one symbol. */
  public record Bar(int day, double open, double high, double low, double close, double volume) {}

  private final TreeMap<String, TreeMap<Integer, Bar>> bars = new TreeMap<>();

  private ReplayBars() {}

  /** By symbol and epoch day. */
  public static TreeMap<String, TreeMap<Integer, Bar>> read(Path file) throws IOException {
    ReplayBars sink = new ReplayBars();
    ImportLimits limits = new ImportLimits(Long.MAX_VALUE, Long.MAX_VALUE);
    try (InputStream in = Files.newInputStream(file)) {
      new ImportReader(limits, sink).read(in, file.getFileName().toString(), Optional.empty());
    }
    return sink.bars;
  }

  @Override
  public void bar(
      SeriesKind kind,
      String symbol,
      int day,
      double open,
      double high,
      double low,
      double close,
      double volume,
      int line) {
    bars.computeIfAbsent(symbol, s -> new TreeMap<>())
        .put(day, new Bar(day, open, high, low, close, volume));
  }

  @Override
  public void contract(
      String underlying, LocalDate date, LocalDate expiry, StoredContract contract) {}

  @Override
  public void spot(String underlying, LocalDate date, double price) {}

  @Override
  public void instrument(String symbol, String name, String sector, String industry) {}

  @Override
  public void rate(String name, LocalDate date, double rate) {}

  @Override
  public void earnings(StoredEarnings report) {}

  @Override
  public void corporateAction(String symbol, LocalDate exDate, boolean split, BigDecimal amount) {}
}
