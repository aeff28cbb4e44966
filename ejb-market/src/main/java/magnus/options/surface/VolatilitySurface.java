package magnus.options.surface;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;

/**
 * The implied volatilities of one underlying at one instant: an {@link SviSlice} for each expiry
 * that has enough quotes, linear in total variance between them at equal moneyness. Fitted to the
 * out-of-the-money side of two-sided quotes, each weighted by how narrow it is.
 *
 * @param slices by expiry, ascending
 * @param rootMeanSquare of the misses in volatility (0.01 is a point), over all quotes fitted
 * @param insideQuotes share of the quotes whose bid and ask the fit lies between
 * @param leastDensity the smallest density on the grid; below 0 a butterfly would be free
 * @param leastStep the smallest rise of variance from expiry to expiry on the grid; below 0 a
 *     calendar would be free
 */
public record VolatilitySurface(
    List<SviSlice> slices,
    int quotes,
    double rootMeanSquare,
    double insideQuotes,
    double leastDensity,
    double leastStep) {

  private static final int LEAST_POINTS = 7;
  private static final int LEAST_DAYS = 3;
  private static final int MOST_DAYS = 1100;
  private static final double MOST_DEVIATIONS = 3.5;

  /** Empty where no expiry has seven quotes. */
  public static Optional<VolatilitySurface> of(OptionChain chain, Instant asOf, double rate) {
    List<SviSlice> slices = new ArrayList<>();
    double spot = chain.spot().doubleValue();
    double squares = 0;
    int quotes = 0;
    int inside = 0;
    for (ChainReading.Slice slice : ChainReading.slices(chain, asOf, rate, LEAST_DAYS, MOST_DAYS)) {
      double forward = spot * Math.exp(slice.carry() * slice.years());
      List<Quoted> quoted = quoted(slice, spot, forward);
      if (quoted.size() < LEAST_POINTS) {
        continue;
      }
      SviSlice fitted =
          SviFit.fit(
              slice.years(),
              forward,
              quoted.stream().map(q -> q.point(slice.years())).toList(),
              slices.isEmpty() ? null : slices.get(slices.size() - 1));
      if (!slices.isEmpty()) {
        // what the penalty left, where the quotes themselves contradict each other
        fitted = fitted.raised(-Math.min(0, step(slices.get(slices.size() - 1), fitted)));
      }
      slices.add(fitted);
      for (Quoted q : quoted) {
        double v = fitted.volatility(q.k());
        squares += (v - q.volatility()) * (v - q.volatility());
        inside += Math.abs(v - q.volatility()) <= q.halfSpread() ? 1 : 0;
        quotes++;
      }
    }
    if (slices.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VolatilitySurface(
            slices,
            quotes,
            Math.sqrt(squares / quotes),
            (double) inside / quotes,
            leastDensity(slices),
            leastStep(slices)));
  }

  /**
   * A quote out of the money.
   *
   * @param halfSpread in volatility
   */
  private record Quoted(double k, double volatility, double halfSpread) {
    VolatilityPoint point(double years) {
      double width = Math.max(0.002, halfSpread) * 2 * volatility * years;
      return new VolatilityPoint(k, volatility * volatility * years, 1 / (width * width));
    }
  }

  private static List<Quoted> quoted(ChainReading.Slice slice, double spot, double forward) {
    List<Quoted> quoted = new ArrayList<>();
    for (Contract c : slice.contracts()) {
      double k = Math.log(c.strike().doubleValue() / forward);
      if ((c.right() == Right.CALL) != (k >= 0)) {
        continue;
      }
      OptionalDouble volatility = slice.volatility(c, spot);
      if (volatility.isEmpty()) {
        continue;
      }
      double v = volatility.getAsDouble();
      double s = v * Math.sqrt(slice.years());
      if (Math.abs(k) > MOST_DEVIATIONS * s) {
        continue;
      }
      double vega =
          spot
              * Math.sqrt(slice.years())
              * Math.exp(-0.5 * Math.pow(-k / s + s / 2, 2))
              / Math.sqrt(2 * Math.PI);
      double half = (c.ask().doubleValue() - c.bid().doubleValue()) / 2 / vega;
      if (half < v) {
        quoted.add(new Quoted(k, v, half));
      }
    }
    return quoted;
  }

  private static double leastDensity(List<SviSlice> slices) {
    double least = Double.POSITIVE_INFINITY;
    for (SviSlice s : slices) {
      double reach = SviFit.REACH * Math.sqrt(s.total(0));
      for (int i = 0; i < SviFit.GRID; i++) {
        least = Math.min(least, s.density(reach * (2.0 * i / (SviFit.GRID - 1) - 1)));
      }
    }
    return least;
  }

  private static double leastStep(List<SviSlice> slices) {
    double least = Double.POSITIVE_INFINITY;
    for (int n = 1; n < slices.size(); n++) {
      least = Math.min(least, step(slices.get(n - 1), slices.get(n)));
    }
    return slices.size() < 2 ? 0 : least;
  }

  private static double step(SviSlice before, SviSlice next) {
    double least = Double.POSITIVE_INFINITY;
    double reach = SviFit.REACH * Math.sqrt(before.total(0));
    for (int i = 0; i < SviFit.GRID; i++) {
      double k = reach * (2.0 * i / (SviFit.GRID - 1) - 1);
      least = Math.min(least, next.total(k) - before.total(k));
    }
    return least;
  }

  /** Whether neither butterflies nor calendars are free, on the grid. */
  public boolean isFreeOfArbitrage() {
    return leastDensity >= 0 && leastStep >= 0;
  }

  /**
   * Volatility per year at a logarithmic moneyness and a time; flat in volatility beyond the first
   * and the last expiry.
   */
  public double volatility(double k, double years) {
    SviSlice before = slices.get(0);
    if (years <= before.years()) {
      return before.volatility(k);
    }
    for (SviSlice next : slices) {
      if (years <= next.years() && next.years() > before.years()) {
        double share = (years - before.years()) / (next.years() - before.years());
        double total = before.total(k) + share * (next.total(k) - before.total(k));
        return Math.sqrt(total / years);
      }
      before = next;
    }
    return before.volatility(k);
  }
}
