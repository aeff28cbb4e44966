package magnus.benchmarks.options;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import magnus.market.OptionChain.Right;

/**
 * With which spot, rate, yield and clock a file's greeks were computed, read off the file: where it
 * found no volatility it wrote the greeks of a forward, from which all four follow exactly.
 *
 * <p>They are not the market's: LEAN's AAPL files of June 2014 hold a dividend yield of 26 to 31 %
 * (dividends before a split over prices after it), and the close of the day where the row of the
 * underlying holds its first minute.
 *
 * @param lag days by which its time to expiry is shorter than the calendar's
 */
record FileTerms(double spot, double rate, double yield, double lag) {

  static Optional<FileTerms> of(UniverseFile file) {
    Map<LocalDate, List<UniverseFile.Contract>> certain =
        file.contracts().stream()
            .filter(c -> c.right() == Right.CALL && c.volatility() == 0 && c.gamma() == 0)
            .filter(c -> c.delta() > 0 && c.delta() < 1)
            .collect(Collectors.groupingBy(UniverseFile.Contract::expiry));
    List<FileTerms> all = new ArrayList<>();
    certain.forEach(
        (expiry, calls) -> {
          calls.sort(Comparator.comparingDouble(UniverseFile.Contract::strike));
          UniverseFile.Contract a = calls.get(0);
          UniverseFile.Contract b = calls.get(calls.size() - 1);
          double width = b.strike() - a.strike();
          if (width > 0) {
            all.add(of(a, b, width, ChronoUnit.DAYS.between(file.day(), expiry)));
          }
        });
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileTerms(
                median(all.stream().mapToDouble(FileTerms::spot).toArray()),
                median(all.stream().mapToDouble(FileTerms::rate).toArray()),
                median(all.stream().mapToDouble(FileTerms::yield).toArray()),
                Math.rint(median(all.stream().mapToDouble(FileTerms::lag).toArray()))));
  }

  /** rho = K·T·e^(−rT) / 100, theta = (q·S·e^(−qT) − r·K·e^(−rT)) / 365, delta = e^(−qT). */
  private static FileTerms of(
      UniverseFile.Contract a, UniverseFile.Contract b, double width, long days) {
    double discountedYears = 100 * (b.rho() - a.rho()) / width;
    double discountedRate = -365 * (b.theta() - a.theta()) / width;
    double years = discountedYears;
    double rate = discountedRate;
    for (int i = 0; i < 20; i++) {
      years = discountedYears * Math.exp(rate * years);
      rate = discountedRate * Math.exp(rate * years);
    }
    double yield = -Math.log(b.delta()) / years;
    double spot = (365 * b.theta() + discountedRate * b.strike()) / (yield * b.delta());
    return new FileTerms(spot, rate, yield, days - 365 * years);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
