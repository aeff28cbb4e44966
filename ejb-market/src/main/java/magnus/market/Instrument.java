package magnus.market;

/**
 * Something that trades.
 *
 * @param symbol ticker in upper case, the exchange's own (BRK.B)
 * @param name the company's or fund's name
 * @param sector GICS sector, or "Funds" for ETFs and "Index" for indices, "Unknown" where nobody
 *     said
 * @param industry GICS sub-industry or an ETF's kind; empty where unknown
 * @param kind what it is
 */
public record Instrument(String symbol, String name, String sector, String industry, Kind kind) {

  /** What an instrument is. */
  public enum Kind {
    STOCK,
    ETF,
    INDEX
  }
}
