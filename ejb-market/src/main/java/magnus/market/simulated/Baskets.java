package magnus.market.simulated;

/**
 * Returns of one day of the baskets that the funds hold, weighted by size (the Dow by price) as of
 * the evening before.
 */
final class Baskets {

  static final int MARKET = DayFactors.SECTORS;
  static final int NASDAQ = MARKET + 1;
  static final int DOW = MARKET + 2;

  private final double[] weight = new double[DOW + 1];
  private final double[] atNight = new double[DOW + 1];
  private final double[] byDay = new double[DOW + 1];

  void clear() {
    for (int i = 0; i < weight.length; i++) {
      weight[i] = 0;
      atNight[i] = 0;
      byDay[i] = 0;
    }
  }

  /** Adds a stock that has made its step, with its size and price before it. */
  void add(StockPath path, double size, double price) {
    Stock stock = path.stock();
    add(stock.sector().ordinal(), size, path);
    add(MARKET, size, path);
    if (stock.inNasdaq()) {
      add(NASDAQ, size, path);
    }
    if (stock.inDow()) {
      add(DOW, price, path);
    }
  }

  double overnightReturn(int basket) {
    return atNight[basket] / weight[basket];
  }

  double intradayReturn(int basket) {
    return byDay[basket] / (weight[basket] + atNight[basket]);
  }

  private void add(int basket, double size, StockPath path) {
    weight[basket] += size;
    double moved = size * path.overnightReturn();
    atNight[basket] += moved;
    byDay[basket] += (size + moved) * path.intradayReturn();
  }
}
