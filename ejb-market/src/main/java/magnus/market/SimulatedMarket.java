package magnus.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import magnus.market.simulated.SimulatedFeed;

/**
 * The simulated market of the seed in force; what it has generated is kept while the seed stays.
 */
@ApplicationScoped
public class SimulatedMarket {

  private record Seeded(long seed, SimulatedFeed feed) {}

  private final AtomicReference<Seeded> current = new AtomicReference<>();

  /** The feed; the same one until the seed changes. */
  public SimulatedFeed feed() {
    long seed = MarketSettings.read(MarketSettings.SIMULATION_SEED);
    return current
        .updateAndGet(
            old ->
                old != null && old.seed() == seed ? old : new Seeded(seed, new SimulatedFeed(seed)))
        .feed();
  }

  /** Symbols of the simulated instruments. */
  public Set<String> symbols() {
    return feed().instruments().stream().map(Instrument::symbol).collect(Collectors.toSet());
  }
}
