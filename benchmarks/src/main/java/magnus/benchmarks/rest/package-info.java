/** What an answer from a shelf costs over HTTP. */
package magnus.benchmarks.rest;
