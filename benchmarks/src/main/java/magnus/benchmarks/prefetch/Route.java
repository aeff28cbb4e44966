package magnus.benchmarks.prefetch;

import magnus.benchmarks.cache.Page;

/**
 * A way through the portal that people are used to. Where it comes to a symbol, it is the next of
 * the user's favourites, or the most traded one of the sector that he comes from; a chain is that
 * of the symbol before.
 */
enum Route {
  HOLDING_IN_DEPTH(Page.DASHBOARD, Page.HOLDINGS, Page.SYMBOL, Page.OPTION_CHAIN, Page.ANALYSIS),
  HOLDINGS_ONE_BY_ONE(
      Page.DASHBOARD, Page.HOLDINGS, Page.SYMBOL, Page.HOLDINGS, Page.SYMBOL, Page.HOLDINGS),
  QUICK_LOOK(Page.DASHBOARD, Page.HOLDINGS, Page.ANALYSIS),
  RISK_FIRST(Page.DASHBOARD, Page.ANALYSIS, Page.HOLDINGS, Page.ANALYSIS),
  OPTIONS_IN_TURN(Page.DASHBOARD, Page.SYMBOL, Page.OPTION_CHAIN, Page.SYMBOL, Page.OPTION_CHAIN),
  SECTOR_LEADER(Page.DASHBOARD, Page.SECTOR, Page.SYMBOL, Page.OPTION_CHAIN);

  private final Page[] pages;

  Route(Page... pages) {
    this.pages = pages;
  }

  int length() {
    return pages.length;
  }

  Page page(int step) {
    return pages[step];
  }
}
