package magnus.cache;

import java.time.Instant;
import java.util.List;

/**
 * Says what will be wanted after the opening bell. A module above registers one with {@link
 * Warming}, for what history alone would not tell.
 */
public interface Warmer {

  /**
   * A key.
   *
   * @param key as its shelf writes it
   * @param hits expected in the first minutes of the session
   */
  record Wanted(String shelf, String key, double hits) {}

  /** Its name in reports. */
  String name();

  /** What it wants; asked before each warming, may take a while. */
  List<Wanted> wanted(Instant asOf);
}
