package magnus.prefetch.plan;

import magnus.cache.event.EntryIndex.Place;

/**
 * One entry of a shelf that a page needs, as it stands now.
 *
 * @param loadMillis what a load of it takes, by its last one
 * @param calls what a load counts as a call of its source
 * @param lifespanSeconds how long a value loaded now would be served
 * @param othersPerSecond how often it is asked for by anybody
 * @param fresh whether it lies there already and will not end soon
 */
public record Need(
    Place place,
    double loadMillis,
    double calls,
    double lifespanSeconds,
    double othersPerSecond,
    boolean fresh) {

  public Need {
    if (!(loadMillis >= 0 && calls >= 0 && lifespanSeconds >= 0 && othersPerSecond >= 0)) {
      throw new IllegalArgumentException(
          "a need of "
              + loadMillis
              + " ms, "
              + calls
              + " calls, "
              + lifespanSeconds
              + " s, "
              + othersPerSecond
              + "/s");
    }
  }
}
