/** The two clocks, the exchange calendar and the phases of a trading day. */
package magnus.basics.time;
