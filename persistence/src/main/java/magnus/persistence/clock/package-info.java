/**
 * The two clocks that everything injects, and the one row that says what market time is. Root:
 * {@link magnus.persistence.clock.MarketTime}.
 */
package magnus.persistence.clock;
