package magnus.prefetch.behavior;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A page of the portal.
 *
 * @param route such as {@code /market/:symbol}
 * @param instance what stands for the variable part; empty where there is none
 */
public record Page(String route, String instance) {

  private static final String SYMBOL = "/market/:symbol";

  /** The page's path. */
  public String path() {
    int colon = route.indexOf(':');
    return colon < 0 ? route : route.substring(0, colon) + instance;
  }

  /** The path as an address has it, for links: what stands for the variable part is encoded. */
  public String href() {
    int colon = route.indexOf(':');
    return colon < 0
        ? route
        : route.substring(0, colon) + URLEncoder.encode(instance, StandardCharsets.UTF_8);
  }

  public boolean isOfSymbol() {
    return route.equals(SYMBOL);
  }

  /** The page of a symbol. */
  public static Page ofSymbol(String symbol) {
    return new Page(SYMBOL, symbol);
  }

  /**
   * What predictions of all users know it by: a symbol's page is everybody's; of what belongs to
   * one user the route alone.
   */
  public String shared() {
    return isOfSymbol() ? path() : route;
  }
}
