/** How well recommendations learn, on simulated users. */
package magnus.benchmarks.recommendation;
