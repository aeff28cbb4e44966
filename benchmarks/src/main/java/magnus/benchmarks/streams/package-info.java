/** What many viewers of one run cost, and how soon the first event is there. */
package magnus.benchmarks.streams;
