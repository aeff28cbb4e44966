package magnus.prefetch.behavior;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages that the portal has; a test holds them equal to its routes. */
public final class PageRoutes {

  /** All routes. */
  public static final List<String> ALL =
      List.of(
          "/",
          "/portfolios",
          "/portfolios/:id",
          "/risk",
          "/import",
          "/recommendations",
          "/options",
          "/taxes",
          "/alerts",
          "/runs",
          "/runs/:run",
          "/market",
          "/market/:symbol",
          "/calendar",
          "/account",
          "/about",
          "/my-data",
          "/admin/market-data",
          "/admin/cache",
          "/admin/prefetch",
          "/admin/recommendations",
          "/admin/accounts",
          "/admin/audit");

  /** Whatever may be a symbol of the market: indexes begin with ^, some pairs have a slash. */
  public static final String SYMBOL =
      "(?=.{1,40}$)\\^?[A-Z0-9][A-Z0-9._\\-=$+^]*(?:\\/[A-Z0-9][A-Z0-9._\\-=$+^]*)?";

  private static final Pattern IS_SYMBOL = Pattern.compile(SYMBOL);
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private PageRoutes() {}

  /** The page at a path; empty where the portal has none. */
  public static Optional<Page> find(String path) {
    if (ALL.contains(path) && path.indexOf(':') < 0) {
      return Optional.of(new Page(path, ""));
    }
    for (String route : ALL) {
      int colon = route.indexOf(':');
      if (colon > 0 && path.startsWith(route.substring(0, colon))) {
        String instance = path.substring(colon);
        if (isInstance(route, instance)) {
          return Optional.of(new Page(route, instance));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isInstance(String route, String instance) {
    return route.endsWith(":symbol") ? isSymbol(instance) : ID.matcher(instance).matches();
  }

  /** Whether that may be a symbol. */
  public static boolean isSymbol(String text) {
    return IS_SYMBOL.matcher(text).matches();
  }
}
