package magnus.benchmarks.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import magnus.cache.DataType;

/**
 * How many database statements a load of each type takes, counted by reading what the loads ask
 * for: a quote its series and its bars; a chain those and the chain's day and contracts; positions
 * the portfolio, its transactions and actions, series and bars; analytics these once more and the
 * histories of the holdings, of the benchmark and of rates. Sectors, news and research are not
 * built yet: assumed.
 */
final class StatementTable {

  private StatementTable() {}

  static int perLoad(DataType type) {
    return switch (type) {
      case QUOTE -> 2;
      case OPTION_CHAIN -> 4;
      case POSITIONS -> 5;
      case ANALYTICS -> 10;
      case SECTOR_ANALYSIS -> 3;
      case NEWS -> 1;
      case RESEARCH -> 2;
      default -> throw new IllegalArgumentException(type + " is not replayed");
    };
  }

  static Map<String, Object> figures() {
    Map<String, Object> table = new LinkedHashMap<>();
    for (DataType type : ReplayShelves.TYPES) {
      table.put(ReplayShelves.word(type), perLoad(type));
    }
    return table;
  }
}
