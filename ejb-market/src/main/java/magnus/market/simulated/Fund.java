package magnus.market.simulated;

import java.util.ArrayList;
import java.util.List;
import magnus.market.Instrument;

/**
 * A simulated exchange-traded fund.
 *
 * @param holds what decides its returns
 * @param weight duration in years (bonds), beta (small companies), else 1
 * @param dividendYield per year, fraction
 * @param sector whose stocks; only for SECTOR
 */
record Fund(
    Instrument instrument,
    long subject,
    Holds holds,
    double weight,
    double dividendYield,
    double startPrice,
    double dailyShares,
    int sector) {

  /** What a fund holds. */
  enum Holds {
    MARKET,
    SECTOR,
    NASDAQ,
    DOW,
    SMALL_COMPANIES,
    TOTAL_MARKET,
    BONDS,
    GOLD
  }

  String symbol() {
    return instrument.symbol();
  }

  static List<Fund> all() {
    List<Fund> funds = new ArrayList<>();
    funds.add(
        fund(
            "SPY",
            "SPDR S&P 500 ETF Trust",
            "Large companies",
            Holds.MARKET,
            1,
            1.8,
            113.33,
            90e6));
    funds.add(
        fund("QQQ", "Invesco QQQ Trust", "Growth companies", Holds.NASDAQ, 1, 0.7, 46.42, 45e6));
    funds.add(
        fund(
            "DIA",
            "SPDR Dow Jones Industrial Average ETF Trust",
            "Thirty large companies",
            Holds.DOW,
            1,
            2.1,
            105.85,
            5e6));
    funds.add(
        fund(
            "IWM",
            "iShares Russell 2000 ETF",
            "Small companies",
            Holds.SMALL_COMPANIES,
            1.12,
            1.3,
            64.04,
            30e6));
    funds.add(
        fund(
            "VTI",
            "Vanguard Total Stock Market ETF",
            "All companies",
            Holds.TOTAL_MARKET,
            1,
            1.7,
            57.31,
            4e6));
    funds.add(
        fund("BND", "Vanguard Total Bond Market ETF", "Bonds", Holds.BONDS, 6, 0, 78.94, 5e6));
    funds.add(
        fund(
            "IEF",
            "iShares 7-10 Year Treasury Bond ETF",
            "Government bonds",
            Holds.BONDS,
            7.6,
            0,
            89.00,
            6e6));
    funds.add(
        fund(
            "TLT",
            "iShares 20+ Year Treasury Bond ETF",
            "Government bonds",
            Holds.BONDS,
            16.5,
            0,
            90.00,
            15e6));
    funds.add(fund("GLD", "SPDR Gold Shares", "Gold", Holds.GOLD, 1, 0, 109.80, 9e6));
    for (Sector sector : Sector.values()) {
      funds.add(
          new Fund(
              instrument(sector.fund, sector.title + " Select Sector SPDR Fund", sector.title),
              RandomStream.subject(sector.fund),
              Holds.SECTOR,
              1,
              0.018,
              30,
              10e6,
              sector.ordinal()));
    }
    return List.copyOf(funds);
  }

  private static Fund fund(
      String symbol,
      String name,
      String kind,
      Holds holds,
      double weight,
      double yieldPercent,
      double price,
      double shares) {
    return new Fund(
        instrument(symbol, name, kind),
        RandomStream.subject(symbol),
        holds,
        weight,
        yieldPercent / 100,
        price,
        shares,
        -1);
  }

  private static Instrument instrument(String symbol, String name, String kind) {
    return new Instrument(symbol, name, "Funds", kind, Instrument.Kind.ETF);
  }
}
