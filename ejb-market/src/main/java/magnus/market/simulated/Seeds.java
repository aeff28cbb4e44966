package magnus.market.simulated;

import java.time.LocalDate;

/**
 * Which seed rules the randomness of which day. One seed in production; a change of it on some day
 * makes another future after the same past.
 */
record Seeds(long first, long changeDay, long then) {

  static Seeds constant(long seed) {
    return new Seeds(seed, Long.MAX_VALUE, seed);
  }

  Seeds changedFrom(LocalDate day, long seed) {
    return new Seeds(first, day.toEpochDay(), seed);
  }

  long on(long epochDay) {
    return epochDay < changeDay ? first : then;
  }
}
