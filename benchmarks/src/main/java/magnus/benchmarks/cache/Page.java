package magnus.benchmarks.cache;

/** A page of the portal, with how often it is turned to after another one. */
public enum Page {
  /** Positions, analytics, five quotes of the user's list. */
  DASHBOARD(0.20),
  /** Positions and a quote of each. */
  HOLDINGS(0.15),
  /** Quote, news, research. */
  SYMBOL(0.35),
  /** Quote and option chain. */
  OPTION_CHAIN(0.12),
  /** Positions and analytics. */
  ANALYSIS(0.08),
  /** Analysis of a sector and quotes of its five most traded symbols. */
  SECTOR(0.10);

  private final double share;

  Page(double share) {
    this.share = share;
  }

  /** The page at a point between 0 and 1. */
  public static Page at(double point) {
    double left = point;
    for (Page page : values()) {
      left -= page.share;
      if (left < 0) {
        return page;
      }
    }
    return SECTOR;
  }
}
