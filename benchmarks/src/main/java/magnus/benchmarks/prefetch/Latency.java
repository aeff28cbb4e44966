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

  private static final int PAGE = 40;
  private static final int BOOT = 300;
  private static final int HTML = 30;

  private static volatile int paint = 10;

  private Latency() {}

  /**
   * How much of a page's {@value #PAGE} ms is left where the browser has its code and data.
   *
   * @param millis 0 to {@value #PAGE}
   */
  static void paints(int millis) {
    if (millis < 0 || millis > PAGE) {
      throw new IllegalArgumentException("--paint " + millis + ": from 0 to " + PAGE);
    }
    paint = millis;
  }

  /** Asking a server that has all of it, for code and data at once, and receiving the answer. */
  static int net() {
    return PAGE - paint;
  }

  /** What a page takes whose code and data the browser has. */
  static int paint() {
    return paint;
  }

  /** From when a browser asks for the portal until it asks for the first page's data. */
  static int boot() {
    return BOOT;
  }

  /** From then until the server knows of it. */
  static int html() {
    return HTML;
  }

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
    figures.put("net", net());
    figures.put("paint", paint());
    figures.put("boot", BOOT);
    figures.put("html", HTML);
    for (DataType type : ReplayShelves.TYPES) {
      figures.put(type.name().toLowerCase(Locale.ROOT), of(type));
    }
    return figures;
  }
}
