/**
 * A market that never was: seeded, reproducible on any JVM, and known only up to the instant of a
 * question. Generation runs forward in time; the randomness of a day is a function of the seed that
 * holds on that day, so what comes later cannot change what was. The model and its measured figures
 * are in {@code docs/decisions/simulated-market.md}.
 */
package magnus.market.simulated;
