package magnus.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import magnus.basics.time.MarketClock;
import magnus.market.MarketTime;

/** Gives resources the market's clock, which stands below what the web module may see. */
@ApplicationScoped
public class RequestClock {

  @Inject private MarketTime time;

  /** The clock whose instant is the as-of of a request. */
  @Produces
  public MarketClock marketClock() {
    return time::instant;
  }
}
