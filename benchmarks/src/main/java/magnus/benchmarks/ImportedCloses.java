package magnus.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magnus.market.imported.ImportLimits;
import magnus.market.imported.ImportReader;
import magnus.market.imported.MarketSink;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Daily closes of any file that the product imports, read by the product's own reader. */
public final class ImportedCloses implements MarketSink {

  private final TreeMap<String, TreeMap<Integer, Double>> closes = new TreeMap<>();

  private ImportedCloses() {}

  /** By symbol and epoch day. */
  public static Map<String, TreeMap<Integer, Double>> read(Path file) throws IOException {
    ImportedCloses sink = new ImportedCloses();
    ImportLimits limits = new ImportLimits(Long.MAX_VALUE, Long.MAX_VALUE);
    try (InputStream in = Files.newInputStream(file)) {
      new ImportReader(limits, sink).read(in, file.getFileName().toString(), Optional.empty());
    }
    return sink.closes;
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
    closes.computeIfAbsent(symbol, s -> new TreeMap<>()).put(day, close);
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
