package magnus.cache.event;

import java.time.Instant;
import java.util.OptionalDouble;

/** What prices were lately. */
@FunctionalInterface
public interface PriceMemory {

  /** The log return of a symbol from then until its last price; empty where either is not known. */
  OptionalDouble moveSince(String symbol, Instant then);

  /** Knows nothing. */
  static PriceMemory none() {
    return (symbol, then) -> OptionalDouble.empty();
  }
}
