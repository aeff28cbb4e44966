package magnus.options.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import magnus.market.OptionChain;
import magnus.market.simulated.SimulatedFeed;
import magnus.options.VolatilityRank;
import org.junit.jupiter.api.Test;

class VolatilitySurfaceTest {

  private static final Instant AS_OF = Instant.parse("2025-06-11T17:00:00Z");

  @Test
  void fitsWholeChainsWithoutArbitrage() {
    SimulatedFeed feed = new SimulatedFeed(SimulatedFeed.DEFAULT_SEED);
    for (String symbol : new String[] {"AAPL", "XOM", "SPY"}) {
      OptionChain chain = feed.optionChain(symbol, AS_OF).find().orElseThrow();
      VolatilitySurface surface = VolatilitySurface.of(chain, AS_OF, 0.042).orElseThrow();
      assertThat(surface.slices().size()).isGreaterThan(5);
      assertThat(surface.rootMeanSquare()).as(symbol).isLessThan(0.01);
      assertThat(surface.insideQuotes()).isGreaterThan(0.9);
      assertThat(surface.isFreeOfArbitrage())
          .as("%s %s %s", symbol, surface.leastDensity(), surface.leastStep())
          .isTrue();
      double near = surface.volatility(0, surface.slices().get(0).years());
      assertThat(near).isCloseTo(surface.slices().get(0).volatility(0), within(1e-12));
      assertThat(surface.volatility(-0.1, 0.25)).isBetween(0.05, 1.5);
    }
  }

  @Test
  void standsWithinItsPast() {
    double[] past = new double[100];
    for (int i = 0; i < past.length; i++) {
      past[i] = 0.10 + 0.001 * i;
    }
    VolatilityRank rank = VolatilityRank.of(past, 0.1495).orElseThrow();
    assertThat(rank.rank()).isCloseTo(0.5, within(1e-9));
    assertThat(rank.percentile()).isCloseTo(0.5, within(1e-9));
    assertThat(VolatilityRank.of(new double[5], 0.2)).isEmpty();
  }
}
