package magnus.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.market.Source;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.metrics.FactorRegression;
import magnus.risk.metrics.Moments;
import magnus.risk.scenario.ReturnIndex;
import org.jspecify.annotations.Nullable;

/**
 * Factors made of funds that the market knows: the benchmark's return, and of its parts what they
 * returned beyond it. Only funds whose prices come from where the benchmark's come from: imported
 * and simulated prices know nothing of each other.
 */
final class FactorProxies {

  /** A fund that misses more of the days says nothing about the rest. */
  private static final double LEAST_SHARE_OF_DAYS = 0.9;

  /** The first fund of each that there is; {@code beyond} the market, or on its own. */
  private record Candidate(String name, boolean beyond, List<String> funds) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("Small companies", true, List.of("IWM", "IJR")),
          new Candidate("Technology", true, List.of("XLK", "QQQ")),
          new Candidate("Energy", true, List.of("XLE")),
          new Candidate("Financials", true, List.of("XLF")),
          new Candidate("Utilities", true, List.of("XLU")),
          new Candidate("Materials", true, List.of("XLB")),
          new Candidate("Developed markets abroad", true, List.of("EFA", "VEA")),
          new Candidate("Emerging markets", true, List.of("EEM", "VWO")),
          new Candidate("Long government bonds", false, List.of("TLT", "IEF", "AGG", "BND")),
          new Candidate("Gold", false, List.of("GLD")));

  private final MarketData market;
  private final RiskSnapshot snapshot;
  private final DailyReturns returns;

  FactorProxies(MarketData market, RiskSnapshot snapshot, DailyReturns returns) {
    this.market = market;
    this.snapshot = snapshot;
    this.returns = returns;
  }

  Result<ExposureReport.Factors> explain() {
    Set<String> funds = new LinkedHashSet<>(List.of(snapshot.benchmark()));
    CANDIDATES.forEach(c -> funds.addAll(c.funds()));
    Map<String, Result<BarSeries>> bars =
        market.bars(funds, returns.from(), returns.to(), snapshot.holdings().asOf());
    BarSeries benchmark = find(bars, snapshot.benchmark(), null);
    if (benchmark == null) {
      return Result.failure(
          FailureReason.NO_DATA, snapshot.benchmark() + " has too few prices of these sessions.");
    }
    double[] marketReturns = moves(benchmark);
    Map<String, String> names = new LinkedHashMap<>();
    List<double[]> columns = new ArrayList<>();
    names.put("Market", snapshot.benchmark());
    columns.add(marketReturns);
    for (Candidate candidate : CANDIDATES) {
      for (String fund : candidate.funds()) {
        BarSeries found = find(bars, fund, benchmark.source());
        if (found != null) {
          double[] own = moves(found);
          names.put(
              candidate.name(),
              candidate.beyond() ? fund + " beyond " + snapshot.benchmark() : fund);
          columns.add(
              candidate.beyond()
                  ? IntStream.range(0, own.length)
                      .mapToDouble(i -> own[i] - marketReturns[i])
                      .toArray()
                  : own);
          break;
        }
      }
    }
    return regress(List.copyOf(names.entrySet()), columns);
  }

  private Result<ExposureReport.Factors> regress(
      List<Map.Entry<String, String>> names, List<double[]> columns) {
    int[] common =
        IntStream.range(0, returns.size())
            .filter(i -> columns.stream().allMatch(c -> Double.isFinite(c[i])))
            .toArray();
    List<double[]> varying = new ArrayList<>();
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    for (int f = 0; f < columns.size(); f++) {
      double[] column = columns.get(f);
      double[] some = Arrays.stream(common).mapToDouble(i -> column[i]).toArray();
      if (some.length > 1 && Moments.standardDeviation(some) > 0) {
        varying.add(some);
        kept.add(names.get(f));
      }
    }
    double[] explained = Arrays.stream(common).mapToDouble(returns::get).toArray();
    return FactorRegression.of(explained, varying.toArray(double[][]::new))
        .map(r -> report(r, kept, common));
  }

  private ExposureReport.Factors report(
      FactorRegression r, List<Map.Entry<String, String>> names, int[] days) {
    List<ExposureReport.Factor> items = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      items.add(
          new ExposureReport.Factor(
              names.get(f).getKey(),
              names.get(f).getValue(),
              r.betas()[f],
              r.errors()[f],
              r.errors()[f] > 0 ? r.betas()[f] / r.errors()[f] : 0,
              r.inflation()[f],
              r.shares()[f]));
    }
    return new ExposureReport.Factors(
        returns.date(days[0]),
        returns.date(days[days.length - 1]),
        r.observations(),
        r.rSquared(),
        r.intercept() * DailyReturns.TRADING_DAYS,
        r.interceptError() * DailyReturns.TRADING_DAYS,
        r.lags(),
        items);
  }

  private @Nullable BarSeries find(
      Map<String, Result<BarSeries>> bars, String fund, @Nullable Source source) {
    Result<BarSeries> found = bars.get(fund);
    BarSeries series = found == null ? null : found.find().orElse(null);
    if (series == null || source != null && series.source() != source) {
      return null;
    }
    long known = Arrays.stream(moves(series)).filter(Double::isFinite).count();
    return known >= LEAST_SHARE_OF_DAYS * returns.size() && known > 0 ? series : null;
  }

  /** Total returns over the portfolio's days; NaN where a price is missing. */
  private double[] moves(BarSeries bars) {
    double[] index =
        ReturnIndex.of(
                bars,
                market.corporateActions(
                    bars.symbol(), returns.from(), returns.to(), snapshot.holdings().asOf()))
            .values();
    double[] moves = new double[returns.size()];
    int before = Arrays.binarySearch(bars.days(), returns.base());
    for (int i = 0; i < moves.length; i++) {
      int at = Arrays.binarySearch(bars.days(), returns.days()[i]);
      moves[i] = before >= 0 && at >= 0 ? index[at] / index[before] - 1 : Double.NaN;
      before = at;
    }
    return moves;
  }
}
