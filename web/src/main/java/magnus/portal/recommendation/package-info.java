/** Recommendations, what users say to them, and help on pages, over HTTP. */
package magnus.portal.recommendation;
