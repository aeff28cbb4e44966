package magnus.market.simulated;

import magnus.market.simulated.RandomStream.Purpose;

/**
 * The common factor of all stocks. Its annual volatility is {@code FLOOR + SCALE · exp(slow +
 * fast)} with two Ornstein–Uhlenbeck processes, one that lasts for months and one for days (as in
 * the two-factor models of Alizadeh, Brandt, Diebold, 2002), both pushed up by falling prices
 * (leverage) and by crashes; the floor keeps quiet times from dying out. Tomorrow's volatility is
 * known tonight.
 */
final class MarketFactor {

  static final int YEAR = 252;

  /** Share of a day's variance that falls between close and open. */
  static final double OVERNIGHT = 0.3;

  private static final double FLOOR = 0.064;
  private static final double SCALE = 0.052;
  private static final double SLOW_REVERSION = 0.6931471805599453 / 90;
  private static final double FAST_REVERSION = 0.6931471805599453 / 9;
  private static final double SLOW_DEVIATION = 0.52;
  private static final double FAST_DEVIATION = 0.50;
  private static final double SLOW_LEVERAGE = -0.45;
  private static final double FAST_LEVERAGE = -0.72;
  private static final double HIGHEST_STATE = 2.4;
  private static final double AVERAGE_VOLATILITY = 0.14;
  private static final double PREMIUM = 0.08;
  private static final double JUMPS_PER_YEAR = 1.6;
  private static final double JUMP_MEAN = -0.012;
  private static final double JUMP_DEVIATION = 0.022;

  private static final double SLOW_STAY = StrictMath.exp(-SLOW_REVERSION);
  private static final double FAST_STAY = StrictMath.exp(-FAST_REVERSION);
  private static final double SLOW_NOISE = SLOW_DEVIATION * Math.sqrt(1 - SLOW_STAY * SLOW_STAY);
  private static final double FAST_NOISE = FAST_DEVIATION * Math.sqrt(1 - FAST_STAY * FAST_STAY);

  private static final long SUBJECT = RandomStream.subject("the market");

  private double slow = -0.1;
  private double fast = 0;

  double slow() {
    return slow;
  }

  double fast() {
    return fast;
  }

  /** One day on. */
  void step(DayFactors today) {
    RandomStream random = new RandomStream(today.seed, SUBJECT, today.day, Purpose.RETURNS);
    double annual = volatility(slow, fast);
    double daily = annual / Math.sqrt(YEAR);
    double atNight = random.nextGaussian();
    double byDay = random.nextGaussian();
    double slowNoise = random.nextGaussian();
    double fastNoise = random.nextGaussian();
    boolean jumps = random.nextDouble() < JUMPS_PER_YEAR / YEAR * annual / AVERAGE_VOLATILITY;
    double size = JUMP_MEAN + JUMP_DEVIATION * random.nextGaussian();
    boolean jumpsAtNight = random.nextDouble() < 0.5;

    double drift = (PREMIUM - JUMPS_PER_YEAR * JUMP_MEAN - 0.5 * annual * annual) / YEAR;
    today.marketVolatility = daily;
    today.turmoil = annual / AVERAGE_VOLATILITY;
    today.marketOvernight =
        drift
            + today.riskFree
            + daily * Math.sqrt(OVERNIGHT) * atNight
            + (jumps && jumpsAtNight ? size : 0);
    today.marketIntraday =
        daily * Math.sqrt(1 - OVERNIGHT) * byDay + (jumps && !jumpsAtNight ? size : 0);

    double shock = Math.sqrt(OVERNIGHT) * atNight + Math.sqrt(1 - OVERNIGHT) * byDay;
    slow = SLOW_STAY * slow + SLOW_NOISE * correlated(SLOW_LEVERAGE, shock, slowNoise);
    fast = FAST_STAY * fast + FAST_NOISE * correlated(FAST_LEVERAGE, shock, fastNoise);
    if (jumps) {
      fast += size < 0 ? -12 * size : -4 * size;
    }
    double excess = slow + fast - HIGHEST_STATE;
    if (excess > 0) {
      fast -= excess;
    }
  }

  /** Annual volatility in a state. */
  static double volatility(double slow, double fast) {
    return FLOOR + SCALE * StrictMath.exp(Math.min(HIGHEST_STATE, slow + fast));
  }

  /**
   * The annual variance expected, in a state, for the day that many trading days ahead, jumps
   * included; closed form, both processes being Gaussian.
   */
  static double expectedVariance(double slow, double fast, double daysAhead) {
    double slowStay = StrictMath.exp(-SLOW_REVERSION * daysAhead);
    double fastStay = StrictMath.exp(-FAST_REVERSION * daysAhead);
    double mean = slow * slowStay + fast * fastStay;
    double variance =
        SLOW_DEVIATION * SLOW_DEVIATION * (1 - slowStay * slowStay)
            + FAST_DEVIATION * FAST_DEVIATION * (1 - fastStay * fastStay);
    double first = StrictMath.exp(mean + variance / 2);
    double second = StrictMath.exp(2 * (mean + variance));
    return FLOOR * FLOOR
        + 2 * FLOOR * SCALE * first
        + SCALE * SCALE * second
        + JUMPS_PER_YEAR * (JUMP_MEAN * JUMP_MEAN + JUMP_DEVIATION * JUMP_DEVIATION);
  }

  private static double correlated(double correlation, double shock, double own) {
    return correlation * shock + Math.sqrt(1 - correlation * correlation) * own;
  }
}
