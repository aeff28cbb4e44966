package magnus.cache.shelf;

/**
 * How often a key is asked for: accesses over time, both fading so that what was ten minutes ago
 * counts half. One entry's short life alone tells little of a key that is asked for now and then.
 *
 * @param accesses faded count
 * @param seconds faded market time in which they were counted
 */
public record AccessRate(double accesses, double seconds) {

  public static final AccessRate UNKNOWN = new AccessRate(0, 0);

  private static final double HALF_LIFE = 600;
  private static final double NEVER = 1e-6;

  /** With another stretch of time behind it. */
  AccessRate and(int more, double time) {
    double stretch = Math.max(0.001, time);
    double kept = Math.pow(0.5, stretch / HALF_LIFE);
    return new AccessRate(accesses * kept + more, seconds * kept + stretch);
  }

  /** With accesses of the same time that somebody else counted. */
  public AccessRate plus(int more) {
    return seconds > 0 ? new AccessRate(accesses + more, seconds) : this;
  }

  /** Accesses a second; 0 where unknown, all but 0 where it is known that there were none. */
  double perSecond() {
    return seconds > 0 ? Math.max(NEVER, accesses / seconds) : 0;
  }
}
