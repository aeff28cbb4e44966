/**
 * Benchmarks and replays by name; each prints one JSON object. They call the product's own classes.
 */
package magnus.benchmarks;
