/** Market data over HTTP. */
package magnus.systemtests.market;
