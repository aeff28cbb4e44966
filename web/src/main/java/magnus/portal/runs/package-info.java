/** Runs over REST: start, list, look, cancel. */
package magnus.portal.runs;
