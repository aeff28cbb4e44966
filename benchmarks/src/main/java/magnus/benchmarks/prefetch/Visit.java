package magnus.benchmarks.prefetch;

/**
 * A page view.
 *
 * @param millis since 08:30
 */
record Visit(int millis, int user, Stop stop) {}
