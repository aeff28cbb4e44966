package magnus.risk.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The seven countries of G. He, R. Litterman, "The Intuition Behind Black-Litterman Model
 * Portfolios", 1999, tables 1, 2 and 4: Australia, Canada, France, Germany, Japan, United Kingdom,
 * United States.
 */
class BlackLittermanTest {

  private static final double[] MARKET = {0.016, 0.022, 0.052, 0.055, 0.116, 0.124, 0.615};
  private static final double[] VOLATILITY = {0.160, 0.203, 0.248, 0.271, 0.210, 0.200, 0.187};
  private static final double[][] CORRELATION = {
    {1, .488, .478, .515, .439, .512, .491},
    {.488, 1, .664, .655, .310, .608, .779},
    {.478, .664, 1, .861, .355, .783, .668},
    {.515, .655, .861, 1, .354, .777, .653},
    {.439, .310, .355, .354, 1, .405, .306},
    {.512, .608, .783, .777, .405, 1, .652},
    {.491, .779, .668, .653, .306, .652, 1}
  };

  /** Germany will beat the rest of Europe. */
  private static final double[] GERMANY = {0, 0, -0.295, 1, 0, -0.705, 0};

  @Test
  void impliedReturnsAreThePapers() {
    near(
        BlackLitterman.implied(countries(), MARKET, 2.5), .039, .069, .084, .090, .043, .068, .076);
  }

  @Test
  void oneViewMovesReturnsAsInThePaper() {
    Covariance covariance = countries();
    BlackLitterman posterior =
        BlackLitterman.posterior(
            covariance,
            BlackLitterman.implied(covariance, MARKET, 2.5),
            List.of(new BlackLitterman.View(GERMANY, 0.05, 0.021 * BlackLitterman.TAU)));
    near(posterior.expected(), .043, .076, .093, .110, .045, .070, .081);
  }

  @Test
  void confidenceIsTheShareOfTheWay() {
    Covariance covariance = countries();
    double[] prior = BlackLitterman.implied(covariance, MARKET, 2.5);
    double before = Covariance.dot(GERMANY, prior);
    for (double confidence : new double[] {0.01, 0.3, 0.9, 0.999}) {
      BlackLitterman posterior =
          BlackLitterman.posterior(
              covariance,
              prior,
              List.of(BlackLitterman.View.held(GERMANY, 0.05, confidence, covariance)));
      assertThat(Covariance.dot(GERMANY, posterior.expected()))
          .isCloseTo(before + confidence * (0.05 - before), within(1e-12));
    }
  }

  @Test
  void theMarketIsBestWithoutViews() {
    Covariance covariance = countries();
    double[] prior = BlackLitterman.implied(covariance, MARKET, 2.5);
    double[] weights =
        MeanVariance.weights(covariance, prior, 2.5, Mandate.longOnly(7)).find().get().weights();
    for (int i = 0; i < 7; i++) {
      assertThat(weights[i]).isCloseTo(MARKET[i], within(1e-9));
    }
  }

  private static void near(double[] found, double... paper) {
    for (int i = 0; i < paper.length; i++) {
      assertThat(found[i]).isCloseTo(paper[i], within(0.0011));
    }
  }

  private static Covariance countries() {
    double[][] sigma = new double[7][7];
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        sigma[i][j] = CORRELATION[i][j] * VOLATILITY[i] * VOLATILITY[j];
      }
    }
    return new Covariance(sigma, 0);
  }
}
