package magnus.market.simulated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the option market thinks of one underlying on the evening of a session: variance by time,
 * skew, dividends.
 */
record Underlying(VarianceTerm variance, Surface surface, double dividendYield) {

  /** Implied over expected variance of what is not the market's. */
  private static final double OWN_PREMIUM = 1.12;

  private static final double REPORT_PREMIUM = 1.1;
  private static final double NEWS = 1.115;
  private static final double AVERAGE_VARIANCE = 0.0235;
  private static final double SECTOR_STAY = 0.985;
  private static final double OWN_STAY = 0.955;
  private static final int HORIZON_DAYS = 950;
  private static final Surface INDEX_SURFACE = new Surface(-0.72, 0.95);

  /** Empty for what has no options (an index). */
  static Optional<Underlying> of(History history, int instrument, Moment evening) {
    Optional<Stock> stock = history.findStock(instrument);
    if (stock.isPresent()) {
      return Optional.of(of(history, instrument, stock.get(), evening));
    }
    return history.findFund(instrument).map(fund -> of(fund, evening));
  }

  private static Underlying of(History history, int instrument, Stock stock, Moment evening) {
    double slow = evening.year().slow()[evening.index()];
    double fast = evening.year().fast()[evening.index()];
    int sector = stock.sector().ordinal();
    double sectorState = evening.year().sectorStates()[evening.index()][sector];
    double ownState = evening.year().columns()[instrument].state()[evening.index()];
    VarianceTerm.Rate rate =
        ahead -> {
          double market = MarketFactor.expectedVariance(slow, fast, ahead);
          double turmoil = Math.sqrt(market / AVERAGE_VARIANCE);
          double sectors =
              SectorFactors.volatility(
                  sector, sectorState * StrictMath.pow(SECTOR_STAY, ahead), turmoil);
          double own =
              StockPath.ownVolatility(stock, ownState * StrictMath.pow(OWN_STAY, ahead), turmoil);
          return square(stock.beta()) * VolatilityIndex.PREMIUM * market
              + OWN_PREMIUM * (square(stock.sectorLoading() * sectors) + NEWS * square(own));
        };
    List<int[]> events = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (int day : reportDays(history, instrument, stock, evening)) {
      events.add(new int[] {day});
      variances.add(REPORT_PREMIUM * StockPath.reportVariance(stock));
    }
    for (int day : decisionDays(history, instrument, evening)) {
      events.add(new int[] {day});
      variances.add(FdaSchedule.variance(stock));
    }
    VarianceTerm term =
        new VarianceTerm(
            rate,
            events.stream().mapToInt(e -> e[0]).toArray(),
            variances.stream().mapToDouble(Double::doubleValue).toArray());
    double skew = -0.22 - 0.012 * Math.floorMod(stock.subject(), 16L);
    return new Underlying(term, new Surface(skew, 0.9), stock.dividendYield());
  }

  private static Underlying of(Fund fund, Moment evening) {
    double slow = evening.year().slow()[evening.index()];
    double fast = evening.year().fast()[evening.index()];
    double[] sectorStates = evening.year().sectorStates()[evening.index()];
    VarianceTerm.Rate rate =
        ahead -> {
          double market = MarketFactor.expectedVariance(slow, fast, ahead);
          double implied = VolatilityIndex.PREMIUM * market;
          return switch (fund.holds()) {
            case SECTOR -> {
              Sector sector = Sector.values()[fund.sector()];
              double own =
                  SectorFactors.volatility(
                      fund.sector(),
                      sectorStates[fund.sector()] * StrictMath.pow(SECTOR_STAY, ahead),
                      Math.sqrt(market / AVERAGE_VARIANCE));
              yield square(sector.beta) * implied + OWN_PREMIUM * square(own) + square(0.05);
            }
            case NASDAQ -> square(1.1) * implied + square(0.055);
            case SMALL_COMPANIES -> square(fund.weight()) * implied + square(0.09);
            case BONDS -> square(0.0082 * fund.weight());
            case GOLD -> square(0.165);
            default -> implied + square(0.02);
          };
        };
    boolean equity = fund.holds() != Fund.Holds.BONDS && fund.holds() != Fund.Holds.GOLD;
    return new Underlying(
        new VarianceTerm(rate, new int[0], new double[0]),
        equity ? INDEX_SURFACE : new Surface(-0.1, 0.7),
        equity ? fund.dividendYield() : 0.03);
  }

  /** Days on which the price will answer reports: announced ones, then the usual days. */
  private static List<Integer> reportDays(
      History history, int instrument, Stock stock, Moment evening) {
    int today = evening.day();
    int announced = 0;
    List<Integer> days = new ArrayList<>();
    for (YearTable year : history.between(History.START, LocalDate.ofEpochDay(today))) {
      for (Events.Report report : year.events().get(instrument).reports()) {
        if (report.announced() <= today) {
          announced++;
          if (report.reaction() > today) {
            days.add(report.reaction());
          }
        }
      }
    }
    LocalDate firstOfNext = History.START.withDayOfMonth(1).plusMonths(3L * announced);
    while (true) {
      int usual = EarningsSchedule.usualDay(stock, firstOfNext.minusDays(1));
      if (usual > today + HORIZON_DAYS) {
        return days;
      }
      days.add(Math.max(usual, today + 1) + (stock.reportsBeforeOpen() ? 0 : 1));
      firstOfNext = firstOfNext.plusMonths(3);
    }
  }

  private static List<Integer> decisionDays(History history, int instrument, Moment evening) {
    LocalDate today = LocalDate.ofEpochDay(evening.day());
    List<Integer> days = new ArrayList<>();
    for (YearTable year : history.between(today.minusYears(1), today)) {
      for (Events.Decision decision : year.events().get(instrument).decisions()) {
        if (decision.announced() <= evening.day() && decision.day() >= evening.day()) {
          days.add(decision.day() + 1);
        }
      }
    }
    return days;
  }

  private static double square(double x) {
    return x * x;
  }
}
