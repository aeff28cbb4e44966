/** Cash-secured puts and covered calls of many underlyings, scored by criteria that can be read. */
package magnus.options.scan;
