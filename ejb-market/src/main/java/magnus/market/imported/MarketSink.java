package magnus.market.imported;

import java.math.BigDecimal;
import java.time.LocalDate;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Takes what a file says, row by row. */
public interface MarketSink {

  /**
   * One day's bar.
   *
   * @param day epoch day
   * @param line where it stands
   */
  void bar(
      SeriesKind kind,
      String symbol,
      int day,
      double open,
      double high,
      double low,
      double close,
      double volume,
      int line);

  /** One option contract's day, NaN where this file says nothing. */
  void contract(String underlying, LocalDate date, LocalDate expiry, StoredContract contract);

  /** The underlying's price on a day of its option chain. */
  void spot(String underlying, LocalDate date, double price);

  void instrument(String symbol, String name, String sector, String industry);

  /** An annual rate as a fraction, in force from that date on. */
  void rate(String name, LocalDate date, double rate);

  void earnings(StoredEarnings report);

  /** A split (new shares per old) or a cash dividend (per share). */
  void corporateAction(String symbol, LocalDate exDate, boolean split, BigDecimal amount);
}
