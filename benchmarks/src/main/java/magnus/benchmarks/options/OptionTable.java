package magnus.benchmarks.options;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.options.pricing.BlackScholesMerton;
import magnus.options.pricing.Greeks;

/**
 * Holds the product's prices and greeks against a table of reference values, row by row, and
 * measures how fast they are beside Strata's.
 */
public final class OptionTable implements Benchmark {

  @Override
  public String name() {
    return "options";
  }

  @Override
  public String usage() {
    return "--table FILE [--speed no]: prices against reference values (the file's name picks the"
        + " method), and their speed beside Strata's";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Path file = options.file("table");
    PriceTable method = PriceTable.of(file.getFileName().toString());
    CsvColumns table = CsvColumns.read(file);
    List<String> misses = new ArrayList<>();
    double worst = 0;
    double worstRelative = 0;
    for (int i = 0; i < table.size(); i++) {
      PriceTable.Row row = PriceTable.Row.of(table, i);
      double expected = table.needed(i, PriceTable.Row.VALUES);
      double found =
          table.find(i, "greek").isPresent()
              ? greek(table.find(i, "greek").orElseThrow(), method, row)
              : method.value(row);
      double tolerance =
          table
              .number(i, "tol", "tolerance")
              .orElse(method.tolerance * (method.relative ? Math.abs(expected) : 1));
      double error = Math.abs(found - expected);
      worst = Math.max(worst, Double.isNaN(error) ? Double.MAX_VALUE : error);
      worstRelative = Math.max(worstRelative, error / Math.abs(expected));
      if (!(error <= tolerance)) {
        String miss =
            String.format(
                Locale.ROOT,
                "%s -> %.12g, off by %.3g (tolerance %.3g)",
                table.line(i),
                found,
                error,
                tolerance);
        misses.add(miss);
        progress.println(miss);
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("table", file.getFileName().toString());
    figures.put("method", method.name().toLowerCase(Locale.ROOT));
    figures.put("rows", table.size());
    figures.put("outside_tolerance", misses.size());
    figures.put("worst_error", worst);
    figures.put("worst_relative_error", worstRelative);
    figures.put("misses", misses);
    if (!options.find("speed").orElse("yes").equals("no")) {
      figures.put("speed", OptionSpeed.measure(progress));
    }
    return figures;
  }

  private static double greek(String name, PriceTable method, PriceTable.Row row) {
    Greeks greeks = method.greeks(row);
    return switch (name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "")) {
      case "value", "price" -> greeks.value();
      case "delta" -> greeks.delta();
      case "gamma" -> greeks.gamma();
      case "vega" -> greeks.vega();
      case "theta" -> greeks.theta();
      case "thetaperday" -> greeks.thetaPerDay();
      case "rho" -> greeks.rho();
      case "dividendrho", "phi" -> greeks.dividendRho();
      case "carryrho", "carry" -> -greeks.dividendRho();
      case "elasticity", "lambda" -> greeks.elasticity(row.spot());
      case "vanna" -> greeks.vanna();
      case "volga", "vomma" -> greeks.volga();
      case "strikesensitivity", "dualdelta" -> greeks.strikeSlope();
      case "deltaforward", "forwarddelta" ->
          greeks.delta() * Math.exp((row.yield() - row.rate()) * row.years());
      case "itmcashprobability" ->
          BlackScholesMerton.exerciseProbability(
              row.right(),
              row.spot(),
              row.strike(),
              row.years(),
              row.rate(),
              row.yield(),
              row.volatility());
      default -> throw new IllegalArgumentException("--table: unknown greek '" + name + "'");
    };
  }
}
