/** A portfolio's risk over HTTP: figures, what they lack, and the streamed stress test. */
package magnus.systemtests.risk;
