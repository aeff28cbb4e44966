package magnus.cache.freshness;

import java.time.Duration;

/**
 * How far a value may be moved by prices that are seen before it is dropped.
 *
 * @param basisPoints of the value
 * @param expected how long it takes on average until it has moved so far
 * @param unseen how long a price may go unseen; what the value would live without being watched
 * @param why where the bound comes from, in words that follow its figure
 */
public record MoveBound(double basisPoints, Duration expected, Duration unseen, String why) {}
