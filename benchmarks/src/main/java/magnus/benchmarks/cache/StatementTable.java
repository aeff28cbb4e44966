package magnus.benchmarks.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import magnus.cache.DataType;

/**
 * How many database statements a load of each type takes, for a portfolio of ten holdings of
 * imported symbols. Those of positions and analytics with nothing kept and with the catalogue were
 * counted on the server by its own log of statements, the others by reading what loads ask for.
 * Sectors, news and research are not built yet: assumed, and nothing is saved of them.
 */
final class StatementTable {

  /** What stands in the place of statements. */
  enum Kept {
    /** Nothing: a look at the database for each symbol. */
    NOTHING,
    /** What there is of each symbol, in memory. */
    CATALOGUE,
    /** That, the latest closes in a table, and one transaction for all that a risk is made from. */
    SHIPPED
  }

  private StatementTable() {}

  /** As the product ships. */
  static int perLoad(DataType type) {
    return perLoad(type, Kept.SHIPPED);
  }

  static int perLoad(DataType type, Kept kept) {
    return switch (type) {
      case QUOTE -> of(kept, 2, 2, 1);
      case OPTION_CHAIN -> of(kept, 4, 4, 4);
      case POSITIONS -> of(kept, 33, 3, 3);
      case ANALYTICS -> of(kept, 47, 17, 6);
      case SECTOR_ANALYSIS -> 3;
      case NEWS -> 1;
      case RESEARCH -> 2;
      default -> throw new IllegalArgumentException(type + " is not replayed");
    };
  }

  private static int of(Kept kept, int nothing, int catalogue, int shipped) {
    return switch (kept) {
      case NOTHING -> nothing;
      case CATALOGUE -> catalogue;
      case SHIPPED -> shipped;
    };
  }

  static Map<String, Object> figures() {
    return figures(Kept.SHIPPED);
  }

  static Map<String, Object> figures(Kept kept) {
    Map<String, Object> table = new LinkedHashMap<>();
    for (DataType type : ReplayShelves.TYPES) {
      table.put(ReplayShelves.word(type), perLoad(type, kept));
    }
    return table;
  }
}
