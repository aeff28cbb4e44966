package magnus.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import magnus.basics.time.MarketClock;

/**
 * Market time for those who cannot see the clock itself: the as-of of a request that names none.
 */
@ApplicationScoped
public class MarketTime {

  @Inject private MarketClock clock;

  /** Now, on the market's clock. */
  public Instant instant() {
    return clock.instant();
  }
}
