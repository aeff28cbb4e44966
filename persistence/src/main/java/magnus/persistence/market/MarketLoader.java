package magnus.persistence.market;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one file, in any order and number, within one transaction: what is there
 * already is replaced by key (symbol and day, contract and day…), what is not in the file stays.
 * Heap does not grow with the file. Not for several threads.
 *
 * <p>Nothing is promised to be written before {@link #finish()}.
 */
public final class MarketLoader implements AutoCloseable {

  /** Told where a file says two different things about the same symbol and day. */
  public interface Clashes {

    /**
     * @param line of the later row
     * @param earlier where the other one stands ("line 17")
     */
    void clash(int line, String symbol, LocalDate date, String earlier);
  }

  private final BarLoading bars;
  private final ContractLoading contracts;
  private final KeyedRows instruments;
  private final KeyedRows rates;
  private final KeyedRows earnings;
  private final KeyedRows actions;
  private final UUID importId;

  /** On a connection whose transaction the caller ends. */
  public MarketLoader(Connection connection, UUID importId, Clashes clashes) throws SQLException {
    this.importId = importId;
    bars = new BarLoading(connection, importId, clashes);
    contracts = new ContractLoading(connection, importId);
    instruments =
        new KeyedRows(
            connection,
            "market_instrument",
            new String[] {"symbol"},
            new String[] {"name", "sector", "industry", "kind", "import_id"});
    rates =
        new KeyedRows(
            connection,
            "market_rate",
            new String[] {"rate_name", "rate_date"},
            new String[] {"rate", "import_id"});
    earnings =
        new KeyedRows(
            connection,
            "market_earnings",
            new String[] {"symbol", "report_date"},
            new String[] {
              "name",
              "fiscal_end",
              "estimate",
              "currency",
              "report_hour",
              "announced_on",
              "import_id"
            });
    actions =
        new KeyedRows(
            connection,
            "market_corporate_action",
            new String[] {"symbol", "ex_date", "action_kind"},
            new String[] {"amount", "announced_on", "import_id"});
  }

  /**
   * One day's bar.
   *
   * @param day epoch day
   * @param line where it stands in its file
   */
  public void bar(
      SeriesKind kind,
      String symbol,
      int day,
      double open,
      double high,
      double low,
      double close,
      double volume,
      int line)
      throws SQLException {
    bars.add(kind, symbol, day, open, high, low, close, volume, line);
  }

  /** One contract's day; what is NaN leaves stored figures as they are. */
  public void contract(String underlying, LocalDate date, LocalDate expiry, StoredContract contract)
      throws SQLException {
    contracts.add(underlying, date, expiry, contract);
  }

  /** The underlying's price that a chain day goes with. */
  public void spot(String underlying, LocalDate date, double price) throws SQLException {
    contracts.addSpot(underlying, date, price);
  }

  /** An instrument; {@code kind} is STOCK, ETF or INDEX. */
  public void instrument(String symbol, String name, String sector, String industry, String kind)
      throws SQLException {
    instruments.put(symbol, name, sector, industry, kind, importId);
  }

  /** An annual rate, as a fraction, in force from that date on. */
  public void rate(String name, LocalDate date, double rate) throws SQLException {
    rates.put(name, date, rate, importId);
  }

  /** An earnings report; its date is known from {@code announcedOn} where the file says so. */
  public void earnings(StoredEarnings report) throws SQLException {
    earnings.put(
        report.symbol(),
        report.reportDate(),
        report.name(),
        report.fiscalEnd(),
        report.estimate(),
        report.currency(),
        report.hour().name(),
        report.announcedOn(),
        importId);
  }

  /** A split (new shares per old) or a cash dividend (per share). */
  public void corporateAction(
      String symbol,
      LocalDate exDate,
      String kind,
      BigDecimal amount,
      @Nullable LocalDate announcedOn)
      throws SQLException {
    actions.put(symbol, exDate, kind, amount, announcedOn, importId);
  }

  /** Writes what is still held in memory. */
  public void finish() throws SQLException {
    bars.finish();
    contracts.finish();
  }

  @Override
  public void close() throws SQLException {
    bars.close();
    contracts.close();
    instruments.close();
    rates.close();
    earnings.close();
    actions.close();
  }
}
