package magnus.benchmarks.prefetch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import magnus.benchmarks.cache.ReplayShelves;
import magnus.cache.DataType;

/**
 * What calls of the sources take, in milliseconds: assumed, of the order of what a real feed of
 * quotes, a chain of a vendor, figures computed from histories and a database over a network take.
 */
final class Latency {

  /** What a page takes where nothing is missing. */
  static final int PAGE = 40;

  private Latency() {}

  static int of(DataType type) {
    return switch (type) {
      case QUOTE -> 60;
      case OPTION_CHAIN -> 250;
      case POSITIONS -> 120;
      case ANALYTICS -> 400;
      case SECTOR_ANALYSIS -> 200;
      case NEWS, RESEARCH -> 300;
      default -> throw new IllegalArgumentException(type + " is not replayed");
    };
  }

  static Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("page", PAGE);
    for (DataType type : ReplayShelves.TYPES) {
      figures.put(type.name().toLowerCase(Locale.ROOT), of(type));
    }
    return figures;
  }
}
