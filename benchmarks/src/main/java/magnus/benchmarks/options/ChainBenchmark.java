package magnus.benchmarks.options;

import java.io.IOException;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.options.pricing.BlackScholesMerton;
import magnus.options.volatility.AmericanVolatility;
import magnus.options.volatility.EuropeanVolatility;

/**
 * Implied volatilities and deltas of a real chain beside the file's own.
 *
 * <p>A contract has a market where the day saw a price and a range (low below high); the file's
 * volatility counts where it gives a price within that range, with the file's own spot and carry. A
 * file's solver that ran astray (LEAN's often does: a call at 11.81 dollars with a volatility that
 * makes it 182) is told by that, and the share of such rows is printed, with the medians over all.
 */
public final class ChainBenchmark implements Benchmark {

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String usage() {
    return "--universe FILE: implied volatility and delta of a day's chain beside the file's own";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    UniverseFile file = UniverseFile.read(options.file("universe"));
    FileTerms terms =
        FileTerms.of(file)
            .orElseGet(
                () ->
                    new FileTerms(
                        file.spot(),
                        options.decimal("rate", 0.0075),
                        options.decimal("yield", 0),
                        0));
    List<Double> volatility = new ArrayList<>();
    List<Double> delta = new ArrayList<>();
    List<Double> anyVolatility = new ArrayList<>();
    List<Double> anyDelta = new ArrayList<>();
    int priced = 0;
    int told = 0;
    int none = 0;
    int market = 0;
    int american = 0;
    int americanNone = 0;
    int strange = 0;
    long begun = System.nanoTime();
    for (UniverseFile.Contract c : file.contracts()) {
      double years = (ChronoUnit.DAYS.between(file.day(), c.expiry()) - terms.lag()) / 365;
      if (!(c.close() > 0) || !(years > 0)) {
        continue;
      }
      priced++;
      OptionalDouble exercised =
          AmericanVolatility.of(
              c.right(), c.close(), terms.spot(), c.strike(), years, terms.rate(), 0);
      if (exercised.isPresent()) {
        american++;
        strange += Double.isFinite(exercised.getAsDouble()) ? 0 : 1;
      } else {
        americanNone++;
      }
      if (!(c.volatility() > 0)) {
        continue;
      }
      told++;
      OptionalDouble found =
          EuropeanVolatility.of(
              c.right(), c.close(), terms.spot(), c.strike(), years, terms.rate(), terms.yield());
      if (found.isEmpty()) {
        none++;
        continue;
      }
      strange += Double.isFinite(found.getAsDouble()) ? 0 : 1;
      double off = Math.abs(found.getAsDouble() - c.volatility());
      double offDelta =
          Math.abs(
              BlackScholesMerton.greeks(
                          c.right(),
                          terms.spot(),
                          c.strike(),
                          years,
                          terms.rate(),
                          terms.yield(),
                          found.getAsDouble())
                      .delta()
                  - c.delta());
      anyVolatility.add(off);
      anyDelta.add(offDelta);
      double back =
          BlackScholesMerton.value(
              c.right(),
              terms.spot(),
              c.strike(),
              years,
              terms.rate(),
              terms.yield(),
              c.volatility());
      if (c.low() > 0 && c.low() < c.high() && back >= c.low() && back <= c.high()) {
        market++;
        volatility.add(off);
        delta.add(offDelta);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("file", options.file("universe").getFileName().toString());
    figures.put("day", file.day().toString());
    figures.put("spot_of_greeks", terms.spot());
    figures.put("rate_of_greeks", terms.rate());
    figures.put("yield_of_greeks", terms.yield());
    figures.put("contracts", file.contracts().size());
    figures.put("priced", priced);
    figures.put("with_file_volatility", told);
    figures.put("no_volatility", none);
    figures.put("with_market", market);
    put(figures, "median_volatility_difference", volatility);
    put(figures, "median_delta_difference", delta);
    put(figures, "median_volatility_difference_unfiltered", anyVolatility);
    put(figures, "median_delta_difference_unfiltered", anyDelta);
    figures.put("american_volatilities", american);
    figures.put("american_none", americanNone);
    figures.put("not_a_number", strange);
    figures.put("seconds", seconds);
    progress.println(figures);
    return figures;
  }

  private static void put(Map<String, Object> figures, String name, List<Double> values) {
    if (values.isEmpty()) {
      figures.put(name, "no such contract");
    } else {
      figures.put(
          name, FileTerms.median(values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
  }
}
