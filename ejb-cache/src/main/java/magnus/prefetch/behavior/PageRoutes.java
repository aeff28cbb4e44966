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
          "/import",
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
          "/admin/accounts",
          "/admin/audit");

  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.\\-^=]{0,39}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private PageRoutes() {}

  /** The page at a path; empty where the portal has none. */
  public static Optional<Page> find(String path) {
    if (ALL.contains(path) && path.indexOf(':') < 0) {
      return Optional.of(new Page(path, ""));
    }
    int slash = path.lastIndexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    String instance = path.substring(slash + 1);
    return ALL.stream()
        .filter(route -> route.startsWith(path.substring(0, slash + 1) + ":"))
        .filter(route -> isInstance(route, instance))
        .findFirst()
        .map(route -> new Page(route, instance));
  }

  private static boolean isInstance(String route, String instance) {
    return route.endsWith(":symbol") ? isSymbol(instance) : ID.matcher(instance).matches();
  }

  /** Whether that may be a symbol. */
  public static boolean isSymbol(String text) {
    return SYMBOL.matcher(text).matches();
  }
}
