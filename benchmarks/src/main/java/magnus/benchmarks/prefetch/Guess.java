package magnus.benchmarks.prefetch;

/** A page that may come next. */
record Guess(Stop stop, double probability) {}
