/** Risk and performance of a portfolio over HTTP. */
package magnus.portal.risk;
