package magnus.options.surface;

/**
 * One quote of a smile.
 *
 * @param k logarithm of strike over forward
 * @param total implied variance until expiry
 * @param weight how much its miss counts
 */
record VolatilityPoint(double k, double total, double weight) {}
