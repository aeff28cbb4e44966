package magnus.benchmarks.options;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.AmericanOption;
import magnus.options.pricing.BlackScholesMerton;
import magnus.options.pricing.Greeks;
import magnus.options.volatility.EuropeanVolatility;

/**
 * Options priced and inverted per second on two threads, beside Strata's formulas in the same run.
 */
final class OptionSpeed {

  private static final int PARTS = 2;
  private static final int ROUNDS = 5;
  private static final int EUROPEAN = 1_000_000;
  private static final int IMPLIED = 300_000;
  private static final int QUICK = 8_000;
  private static final int ACCURATE = 200;
  private static final double RATE = 0.03;
  private static final double YIELD = 0.01;

  private OptionSpeed() {}

  /** What one option of the sample gives, added up so that nothing is optimised away. */
  private interface Work {
    double of(double strike, double years, double volatility, double price);
  }

  static Map<String, Object> measure(PrintStream progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    double ours = rate(EUROPEAN, OptionSpeed::greeks);
    double theirs = rate(EUROPEAN, OptionSpeed::strataGreeks);
    put(figures, progress, "european_with_greeks", ours, theirs);
    ours = rate(IMPLIED, OptionSpeed::implied);
    theirs = rate(IMPLIED, OptionSpeed::strataImplied);
    put(figures, progress, "implied_volatility", ours, theirs);
    figures.put(
        "american_quick_per_second",
        rate(QUICK, (k, t, v, p) -> AmericanOption.quick(Right.PUT, 100, k, t, RATE, YIELD, v)));
    figures.put(
        "american_accurate_per_second",
        rate(ACCURATE, (k, t, v, p) -> AmericanOption.value(Right.PUT, 100, k, t, RATE, YIELD, v)));
    return figures;
  }

  private static void put(
      Map<String, Object> figures, PrintStream progress, String name, double ours, double theirs) {
    figures.put(name + "_per_second", ours);
    figures.put(name + "_strata_per_second", theirs);
    figures.put(name + "_ratio", ours / theirs);
    progress.printf("%s: %,.0f a second, Strata %,.0f%n", name, ours, theirs);
  }

  private static double greeks(double strike, double years, double volatility, double price) {
    Greeks g = BlackScholesMerton.greeks(Right.CALL, 100, strike, years, RATE, YIELD, volatility);
    return g.value() + g.delta() + g.gamma() + g.vega() + g.theta() + g.rho();
  }

  private static double strataGreeks(double strike, double years, double volatility, double price) {
    double forward = 100 * Math.exp((RATE - YIELD) * years);
    double discount = Math.exp(-RATE * years);
    return discount
        * (BlackFormulaRepository.price(forward, strike, years, volatility, true)
            + BlackFormulaRepository.delta(forward, strike, years, volatility, true)
            + BlackFormulaRepository.gamma(forward, strike, years, volatility)
            + BlackFormulaRepository.vega(forward, strike, years, volatility)
            + BlackFormulaRepository.driftlessTheta(forward, strike, years, volatility)
            + BlackFormulaRepository.dualDelta(forward, strike, years, volatility, true));
  }

  private static double implied(double strike, double years, double volatility, double price) {
    return EuropeanVolatility.of(Right.CALL, price, 100, strike, years, RATE, YIELD).orElse(0);
  }

  private static double strataImplied(
      double strike, double years, double volatility, double price) {
    double forward = 100 * Math.exp((RATE - YIELD) * years);
    return BlackFormulaRepository.impliedVolatility(
        price * Math.exp(RATE * years), forward, strike, years, true);
  }

  /** Options per second: the best of some rounds, after one to warm up. */
  private static double rate(int count, Work work) {
    double[] strikes = new double[count];
    double[] years = new double[count];
    double[] volatilities = new double[count];
    double[] prices = new double[count];
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < count; i++) {
      years[i] = random.nextDouble(0.02, 1.5);
      volatilities[i] = random.nextDouble(0.1, 0.7);
      strikes[i] =
          100 * Math.exp(random.nextDouble(-1.5, 1.5) * volatilities[i] * Math.sqrt(years[i]));
      prices[i] =
          BlackScholesMerton.value(
              Right.CALL, 100, strikes[i], years[i], RATE, YIELD, volatilities[i]);
    }
    double best = 0;
    double sink = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      long begun = System.nanoTime();
      sink +=
          IntStream.range(0, PARTS)
              .parallel()
              .mapToDouble(
                  part -> {
                    double sum = 0;
                    for (int i = part; i < count; i += PARTS) {
                      sum += work.of(strikes[i], years[i], volatilities[i], prices[i]);
                    }
                    return sum;
                  })
              .sum();
      double rate = count / ((System.nanoTime() - begun) / 1e9);
      best = round == 0 ? 0 : Math.max(best, rate);
    }
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("a price is not a number");
    }
    return best;
  }
}
