package magnus.benchmarks.market;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import magnus.market.imported.FileImport;
import magnus.market.imported.ImportLimits;
import magnus.persistence.market.MarketLoads;
import magnus.persistence.market.MarketStore;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredImport;
import magnus.persistence.schema.Migrations;
import org.h2.jdbcx.JdbcConnectionPool;

/** An H2 file database in a folder of its own, with the product's schema; gone when closed. */
final class FreshDatabase implements AutoCloseable {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATE = LocalDate.of(2199, 1, 1);

  // Kept, since the log manager forgets levels of loggers that nobody holds.
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.flywaydb"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Path folder = Files.createTempDirectory("magnus-import");
  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("magnus"), "sa", "");
  private final EntityManagerFactory entityManagers;

  FreshDatabase() throws IOException {
    Migrations.run(pool);
    entityManagers =
        Persistence.createEntityManagerFactory(
            "magnus",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                pool));
  }

  StoredImport importFile(String name, InputStream in) {
    FileImport file =
        new FileImport(
            name,
            Optional.empty(),
            "benchmark",
            Optional.empty(),
            new ImportLimits(1L << 40, 1L << 40));
    try (EntityManager entities = entityManagers.createEntityManager()) {
      entities.getTransaction().begin();
      long began = System.nanoTime();
      StoredImport done = file.run(new MarketLoads(entities), InstantSource.system(), in);
      entities.getTransaction().commit();
      return withSeconds(done, (System.nanoTime() - began) / 1e9);
    }
  }

  /** Including the commit. */
  private static StoredImport withSeconds(StoredImport done, double seconds) {
    return new StoredImport(
        done.id(),
        done.importedAt(),
        done.importedBy(),
        done.idempotency(),
        done.fileName(),
        done.kind(),
        done.bytesRead(),
        done.rowsRead(),
        done.symbols(),
        done.firstDate(),
        done.lastDate(),
        seconds,
        done.notes());
  }

  /** Median over many symbols. */
  double millisecondsToRead() {
    List<Double> times = new ArrayList<>();
    try (EntityManager entities = entityManagers.createEntityManager()) {
      MarketStore store = new MarketStore(entities);
      List<String> symbols = store.series().stream().map(s -> s.symbol()).limit(200).toList();
      for (String symbol : symbols) {
        long began = System.nanoTime();
        store.bars(SeriesKind.BARS, symbol, LONG_AGO, LATE);
        times.add((System.nanoTime() - began) / 1e6);
      }
    }
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(Double.NaN);
  }

  long megabytes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }

  @Override
  public void close() throws IOException {
    entityManagers.close();
    pool.dispose();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(FreshDatabase::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
