/** How well the next item of a session is predicted. */
package magnus.benchmarks.sequence;
