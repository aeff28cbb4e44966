package magnus.benchmarks.prefetch;

import magnus.prefetch.plan.Signs.Sign;

/**
 * A sign of a user that he may open a link of the page in sight.
 *
 * @param millis since 08:30
 */
record Rest(int millis, Stop target, Sign sign) {}
