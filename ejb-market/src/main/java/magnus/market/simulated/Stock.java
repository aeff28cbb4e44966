package magnus.market.simulated;

import magnus.market.Instrument;

/**
 * A simulated company: who it is and its lasting traits, drawn once from the seed of the first day.
 *
 * @param subject names its random streams
 * @param capitalisation dollars on the first day; only ratios matter
 * @param beta to the market factor
 * @param sectorLoading to its sector's factor
 * @param volatility of its own (idiosyncratic) returns, annual
 * @param dividendYield per year, fraction of price; 0 for none
 * @param startPrice dollars at the close before the first day
 * @param splitAbove price above which it splits; infinite for those that never do
 * @param reportsBeforeOpen else after the close
 * @param reportLag days from the quarter's end to the usual day of the report
 * @param cycle 0, 1, 2: month of the quarter in which dividends go ex
 */
record Stock(
    Instrument instrument,
    long subject,
    Sector sector,
    double capitalisation,
    double beta,
    double sectorLoading,
    double volatility,
    double dividendYield,
    double startPrice,
    double splitAbove,
    boolean reportsBeforeOpen,
    int reportLag,
    int cycle,
    boolean inDow,
    boolean inNasdaq,
    boolean awaitsFda) {

  String symbol() {
    return instrument.symbol();
  }
}
