package magnus.market.simulated;

import java.time.LocalDate;
import magnus.market.CorporateAction;
import magnus.market.simulated.Events.Action;
import magnus.market.simulated.RandomStream.Purpose;

/** One fund's walk: what its basket returned, or for bonds and gold a law of their own. */
final class FundPath {

  private static final double SMALL_OWN = 0.085;
  private static final double GOLD_OWN = 0.155;
  private static final double GOLD_DRIFT = 0.04;
  private static final double SMALL_SHARE_OF_TOTAL = 0.12;

  private final Fund fund;
  private final DividendSchedule dividends;
  private double price;
  private double busyness;

  FundPath(Fund fund, double tenYearYield, LocalDate start) {
    this.fund = fund;
    this.price = fund.startPrice();
    boolean bonds = fund.holds() == Fund.Holds.BONDS;
    this.dividends =
        new DividendSchedule(
            bonds ? tenYearYield * 0.9 : fund.dividendYield(), 2, 17, price, start);
  }

  Fund fund() {
    return fund;
  }

  /** One day on, after all stocks. */
  void step(DayFactors today, Baskets baskets, Columns columns, int index, Events events) {
    double declared = dividends.declaredOn(today.day, false);
    if (declared > 0) {
      events
          .actions()
          .add(new Action(today.day, dividends.exDay(), CorporateAction.Kind.DIVIDEND, declared));
    }
    RandomStream random = new RandomStream(today.seed, fund.subject(), today.day, Purpose.RETURNS);
    double night = overnight(today, baskets, random.nextGaussian());
    double day = intraday(today, baskets, random.nextGaussian());
    double variance = variance(today);
    double open = price * (1 + night) - dividends.paidOn(today.day);
    price = open * (1 + day);
    dividends.closedAt(price);
    busyness = 0.85 * busyness + 0.14 * random.nextGaussian();
    double surprise = Math.min(6, Math.abs(night + day) / Math.sqrt(variance));
    double shares =
        fund.dailyShares()
            * StrictMath.exp(busyness)
            * (0.6 + 0.4 * surprise)
            * today.length
            * (0.6 + 0.4 * today.turmoil);
    double log = StrictMath.log(1 + day);
    columns.set(
        index,
        open,
        open * StrictMath.exp(PriceRange.highest(log, variance, random.nextDouble())),
        open * StrictMath.exp(PriceRange.lowest(log, variance, random.nextDouble())),
        price,
        shares);
  }

  private double overnight(DayFactors today, Baskets baskets, double own) {
    double small = small(today, today.marketOvernight, own, Math.sqrt(MarketFactor.OVERNIGHT));
    return switch (fund.holds()) {
      case MARKET -> baskets.overnightReturn(Baskets.MARKET);
      case SECTOR -> baskets.overnightReturn(fund.sector());
      case NASDAQ -> baskets.overnightReturn(Baskets.NASDAQ);
      case DOW -> baskets.overnightReturn(Baskets.DOW);
      case SMALL_COMPANIES -> small;
      case TOTAL_MARKET ->
          (1 - SMALL_SHARE_OF_TOTAL) * baskets.overnightReturn(Baskets.MARKET)
              + SMALL_SHARE_OF_TOTAL * small;
      case BONDS -> bond(today, MarketFactor.OVERNIGHT) + today.tenYearYield / MarketFactor.YEAR;
      case GOLD -> gold(own, Math.sqrt(MarketFactor.OVERNIGHT), GOLD_DRIFT);
    };
  }

  private double intraday(DayFactors today, Baskets baskets, double own) {
    double share = Math.sqrt(1 - MarketFactor.OVERNIGHT);
    double small = small(today, today.marketIntraday, own, share);
    return switch (fund.holds()) {
      case MARKET -> baskets.intradayReturn(Baskets.MARKET);
      case SECTOR -> baskets.intradayReturn(fund.sector());
      case NASDAQ -> baskets.intradayReturn(Baskets.NASDAQ);
      case DOW -> baskets.intradayReturn(Baskets.DOW);
      case SMALL_COMPANIES -> small;
      case TOTAL_MARKET ->
          (1 - SMALL_SHARE_OF_TOTAL) * baskets.intradayReturn(Baskets.MARKET)
              + SMALL_SHARE_OF_TOTAL * small;
      case BONDS -> bond(today, 1 - MarketFactor.OVERNIGHT);
      case GOLD -> gold(own, share, 0);
    };
  }

  /** Of an equity fund: the market's and its sector's share of the day's variance. */
  private double variance(DayFactors today) {
    double market = today.marketVolatility;
    double daily =
        switch (fund.holds()) {
          case SECTOR -> {
            Sector sector = Sector.values()[fund.sector()];
            double own = today.sectorVolatility[fund.sector()];
            yield sector.beta * sector.beta * market * market + own * own;
          }
          case BONDS -> square(fund.weight() * 0.00047);
          case GOLD -> square(GOLD_OWN) / MarketFactor.YEAR;
          case SMALL_COMPANIES ->
              square(fund.weight() * market) + square(SMALL_OWN) / MarketFactor.YEAR;
          default -> 1.1 * market * market;
        };
    return (1 - MarketFactor.OVERNIGHT) * today.length * daily;
  }

  private double small(DayFactors today, double market, double own, double share) {
    double moved = fund.holds() == Fund.Holds.SMALL_COMPANIES ? fund.weight() : 1.12;
    return StrictMath.exp(
            moved * market + SMALL_OWN / Math.sqrt(MarketFactor.YEAR) * today.turmoil * share * own)
        - 1;
  }

  private double bond(DayFactors today, double share) {
    return -fund.weight() * today.tenYearChange * share;
  }

  private static double gold(double own, double share, double drift) {
    return StrictMath.exp(
            GOLD_OWN / Math.sqrt(MarketFactor.YEAR) * share * own + drift / MarketFactor.YEAR)
        - 1;
  }

  private static double square(double x) {
    return x * x;
  }
}
