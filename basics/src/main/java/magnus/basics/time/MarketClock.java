package magnus.basics.time;

import java.time.InstantSource;

/**
 * The market's time: the as-of of every read of data, live or a replay of the past at some speed.
 * Nothing dated after {@link #instant()} may influence any answer.
 */
public interface MarketClock extends InstantSource {}
