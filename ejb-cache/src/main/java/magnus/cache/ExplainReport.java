package magnus.cache;

import java.time.Instant;
import java.util.List;

/**
 * What each policy would choose for a key if it were loaded now.
 *
 * @param there whether an entry lies there; where not, only what holds for the whole market is
 *     known
 * @param asOf market time
 * @param accessesPerSecond how often it was asked for lately on this node, by market time
 */
public record ExplainReport(
    String shelf,
    String key,
    boolean there,
    Instant asOf,
    double accessesPerSecond,
    List<String> madeFrom,
    List<LifespanReport> choices) {

  public ExplainReport {
    madeFrom = List.copyOf(madeFrom);
    choices = List.copyOf(choices);
  }
}
