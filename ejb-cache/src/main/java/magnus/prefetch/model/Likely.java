package magnus.prefetch.model;

/**
 * A page that a user may open next.
 *
 * @param shared as predictions of all users know it
 * @param path where he would go: his own portfolio, not a route
 * @param ownSeen how often he went there from here
 * @param ownOf how often he went on from here at all
 * @param probability 0 to 1
 */
public record Likely(String shared, String path, double probability, int ownSeen, int ownOf) {}
