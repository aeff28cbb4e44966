package magnus.market.simulated;

import java.time.LocalDate;
import magnus.market.CorporateAction;
import magnus.market.simulated.Events.Action;
import magnus.market.simulated.Events.Decision;
import magnus.market.simulated.Events.Report;
import magnus.market.simulated.RandomStream.Purpose;

/**
 * One company's walk through time: market, sector and own returns by night and by day, own
 * volatility that clusters, news, reports, dividends, splits.
 */
final class StockPath {

  private static final double STATE_STAY = 0.955;
  private static final double STATE_DEVIATION = 0.33;
  private static final double STATE_NOISE =
      STATE_DEVIATION * Math.sqrt(1 - STATE_STAY * STATE_STAY);
  private static final double NEWS_CHANCE = 0.02;
  private static final double NEWS_SCALE = 2.6;
  private static final double TURMOIL_SHARE = 0.35;

  /** Standard deviation of the answer to a report, in average days' own moves. */
  static final double REPORT_SCALE = 3.4;

  private static final double DAILY_TURNOVER = 0.004;
  private static final double VOLUME_STAY = 0.85;
  private static final double VOLUME_NOISE = 0.16;

  private final Stock stock;
  private final DividendSchedule dividends;
  private final EarningsSchedule earnings;
  private final SplitSchedule splits;
  private final FdaSchedule decisions;
  private double price;
  private double state;
  private double busyness;
  private double shares;
  private double capitalisation;
  private double overnightReturn;
  private double intradayReturn;

  StockPath(Stock stock, LocalDate start) {
    this.stock = stock;
    this.price = stock.startPrice();
    this.capitalisation = stock.capitalisation();
    this.shares = stock.capitalisation() * DAILY_TURNOVER / 4 / stock.startPrice();
    this.dividends =
        new DividendSchedule(
            stock.dividendYield(),
            stock.cycle(),
            3 + (int) Math.floorMod(stock.subject(), 22L),
            price,
            start);
    this.earnings = new EarningsSchedule(stock, start);
    this.splits = new SplitSchedule(stock.splitAbove());
    this.decisions = new FdaSchedule(stock);
  }

  Stock stock() {
    return stock;
  }

  /** One day on. */
  void step(DayFactors today, boolean firstOfMonth, Columns columns, int index, Events events) {
    announce(today, firstOfMonth, events);
    RandomStream random = new RandomStream(today.seed, stock.subject(), today.day, Purpose.RETURNS);
    double atNight = random.nextGaussian();
    double byDay = random.nextGaussian();
    double news = random.nextDouble() < NEWS_CHANCE ? NEWS_SCALE : 1;
    double own = ownVolatility(stock, state, today.turmoil) / Math.sqrt(MarketFactor.YEAR) * news;
    int sector = stock.sector().ordinal();

    double beta = stock.beta();
    double loading = stock.sectorLoading();
    double market = today.marketVolatility;
    double sectorMove = loading * today.sectorVolatility[sector];
    double convexity =
        0.5 * (sectorMove * sectorMove + own * own + beta * (beta - 1) * market * market);
    boolean reported = earnings.answersOn(today.day);
    double night =
        beta * today.marketOvernight
            + (1 - beta) * today.riskFree
            + loading * today.sectorOvernight[sector]
            + own * Math.sqrt(MarketFactor.OVERNIGHT) * atNight
            - convexity
            + (reported ? answer(today) : 0)
            + decisions.answerOn(today.day, today.seed);
    double day =
        beta * today.marketIntraday
            + loading * today.sectorIntraday[sector]
            + own * Math.sqrt(1 - MarketFactor.OVERNIGHT) * byDay;
    double variance =
        (1 - MarketFactor.OVERNIGHT)
            * today.length
            * (beta * beta * market * market + sectorMove * sectorMove + own * own);

    double before = price;
    double open = price * StrictMath.exp(night);
    overnightReturn = open / before - 1;
    open = Math.max(0.02, open - dividends.paidOn(today.day));
    double ratio = splits.effectiveOn(today.day);
    if (ratio != 1) {
      open /= ratio;
      shares *= ratio;
      dividends.split(ratio);
    }
    double grown = StrictMath.exp(day);
    intradayReturn = grown - 1;
    price = open * grown;
    capitalisation *= (1 + overnightReturn) * grown;
    dividends.closedAt(price);
    columns.set(
        index,
        open,
        open * StrictMath.exp(PriceRange.highest(day, variance, random.nextDouble())),
        open * StrictMath.exp(PriceRange.lowest(day, variance, random.nextDouble())),
        price,
        volume(today, random, Math.abs(night + day) / Math.sqrt(variance), reported));
    state = STATE_STAY * state + STATE_NOISE * random.nextGaussian();
    columns.state()[index] = (float) state;
  }

  /** Simple return from close to open, dividends included. */
  double overnightReturn() {
    return overnightReturn;
  }

  double intradayReturn() {
    return intradayReturn;
  }

  double capitalisation() {
    return capitalisation;
  }

  double price() {
    return price;
  }

  /** Annual volatility of a company's own returns in a state. */
  static double ownVolatility(Stock stock, double state, double turmoil) {
    return stock.volatility()
        * StrictMath.exp(state - STATE_DEVIATION * STATE_DEVIATION)
        * (1 - TURMOIL_SHARE + TURMOIL_SHARE * turmoil);
  }

  /** Of the answer to a report: the expected square of its log return. */
  static double reportVariance(Stock stock) {
    double size = REPORT_SCALE * stock.volatility();
    return size * size / MarketFactor.YEAR;
  }

  private void announce(DayFactors today, boolean firstOfMonth, Events events) {
    Report report = earnings.announcedOn(today.day, today.seed);
    if (report != null) {
      events.reports().add(report);
    }
    double declared = dividends.declaredOn(today.day, splits.isPending());
    if (declared > 0) {
      events
          .actions()
          .add(new Action(today.day, dividends.exDay(), CorporateAction.Kind.DIVIDEND, declared));
    }
    Action split = splits.announcedOn(today.day, firstOfMonth && !dividends.isPending(), price);
    if (split != null) {
      events.actions().add(split);
    }
    Decision decision = decisions.announcedOn(today.day, firstOfMonth, today.seed);
    if (decision != null) {
      events.decisions().add(decision);
    }
  }

  private double answer(DayFactors today) {
    RandomStream random =
        new RandomStream(today.seed, stock.subject(), today.day, Purpose.EARNINGS_GAP);
    double size = Math.sqrt(reportVariance(stock));
    // Uniform scale between 0.5 and 1.4: mean square 0.97, fatter tails than the normal law.
    return size * (0.5 + 0.9 * random.nextDouble()) * random.nextGaussian() - 0.5 * size * size;
  }

  private double volume(DayFactors today, RandomStream random, double surprise, boolean reported) {
    busyness = VOLUME_STAY * busyness + VOLUME_NOISE * random.nextGaussian();
    return shares
        * StrictMath.exp(busyness)
        * (0.7 + 0.35 * Math.min(6, surprise))
        * (reported ? 1.8 : 1)
        * today.length
        * (0.8 + 0.2 * today.turmoil);
  }
}
