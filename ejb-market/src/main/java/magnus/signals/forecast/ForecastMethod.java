package magnus.signals.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How ranges of returns are forecast: a volatility, and the shape of what is left when outcomes are
 * divided by it.
 */
public record ForecastMethod(VarianceModel volatility, Shape shape) {

  /** Of outcomes divided by their volatility. */
  public enum Shape {
    /** The normal one. */
    NORMAL("a normal distribution"),
    /**
     * That of the past's standardised outcomes (filtered historical simulation, G. Barone-Adesi, K.
     * Giannopoulos, L. Vosper, "VaR without Correlations for Portfolios of Derivative Securities",
     * Journal of Futures Markets 19, 1999).
     */
    FILTERED("how past ones came out"),
    /** The same with gains and losses taken as alike: no drift is read from a short past. */
    SYMMETRIC("how large past ones came out, gains and losses alike");

    private final String words;

    Shape(String words) {
      this.words = words;
    }
  }

  /** Normal with constant volatility and no drift: what others must beat. */
  public static ForecastMethod randomWalk() {
    return new ForecastMethod(new ConstantVariance(), Shape.NORMAL);
  }

  /** All that were compared, the random walk first. */
  public static List<ForecastMethod> all() {
    List<VarianceModel> volatilities =
        List.of(
            new ConstantVariance(),
            new RevertingVariance(0.94, 1),
            new RevertingVariance(0.94, 0.985),
            new RevertingVariance(0.97, 0.985),
            new HarVariance(),
            blend());
    List<ForecastMethod> all = new ArrayList<>();
    for (VarianceModel volatility : volatilities) {
      for (Shape shape : Shape.values()) {
        all.add(new ForecastMethod(volatility, shape));
      }
    }
    return all;
  }

  private static VarianceModel blend() {
    return new BlendedVariance(List.of(new RevertingVariance(0.97, 0.985), new HarVariance()));
  }

  /** The one that the product uses. */
  public static ForecastMethod shipped() {
    return new ForecastMethod(new RevertingVariance(0.97, 0.985), Shape.SYMMETRIC);
  }

  public String name() {
    return volatility.name() + "-" + shape.name().toLowerCase(Locale.ROOT);
  }

  /** What it does, as a sentence. */
  public String words() {
    return "Returns divided by "
        + volatility.words()
        + ", with the quantiles of "
        + shape.words
        + ".";
  }
}
