/** US tax on all of a caller's portfolios over HTTP. */
package magnus.portal.tax;
