package magnus.benchmarks.prefetch;

import java.util.List;
import magnus.benchmarks.cache.Page;

/**
 * A page with what it is of.
 *
 * @param pick a symbol's rank or a sector's number; 0 where the page is of neither
 */
record Stop(Page page, int pick) {

  static Stop at(Page page) {
    return new Stop(page, 0);
  }

  /** Its path in the replayed portal. */
  String path(List<String> symbols) {
    return switch (page) {
      case DASHBOARD -> "/";
      case HOLDINGS -> "/holdings";
      case ANALYSIS -> "/analysis";
      case SYMBOL -> "/market/" + symbols.get(pick);
      case OPTION_CHAIN -> "/options/" + symbols.get(pick);
      case SECTOR -> "/sectors/" + pick;
    };
  }
}
