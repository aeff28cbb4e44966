package magnus.market.imported;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import magnus.persistence.market.MarketLoader;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Hands rows to the database. */
public final class LoaderSink implements MarketSink {

  private interface Write {
    void run() throws SQLException;
  }

  private final MarketLoader loader;

  public LoaderSink(MarketLoader loader) {
    this.loader = loader;
  }

  private static void write(Write write) {
    try {
      write.run();
    } catch (SQLException e) {
      throw new IllegalStateException("imported rows cannot be stored", e);
    }
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
    try {
      loader.bar(kind, symbol, day, open, high, low, close, volume, line);
    } catch (SQLException e) {
      throw new IllegalStateException("imported bars cannot be stored", e);
    }
  }

  @Override
  public void contract(
      String underlying, LocalDate date, LocalDate expiry, StoredContract contract) {
    write(() -> loader.contract(underlying, date, expiry, contract));
  }

  @Override
  public void spot(String underlying, LocalDate date, double price) {
    write(() -> loader.spot(underlying, date, price));
  }

  @Override
  public void instrument(String symbol, String name, String sector, String industry) {
    write(() -> loader.instrument(symbol, name, sector, industry, "STOCK"));
  }

  @Override
  public void rate(String name, LocalDate date, double rate) {
    write(() -> loader.rate(name, date, rate));
  }

  @Override
  public void earnings(StoredEarnings report) {
    write(() -> loader.earnings(report));
  }

  @Override
  public void corporateAction(String symbol, LocalDate exDate, boolean split, BigDecimal amount) {
    write(() -> loader.corporateAction(symbol, exDate, split ? "SPLIT" : "DIVIDEND", amount, null));
  }
}
