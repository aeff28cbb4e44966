/**
 * Predictive loading: what users did, what they will open next, and what of it is loaded ahead. A
 * module above says through {@link magnus.prefetch.PageNeeds} what a page needs of the shelves.
 */
package magnus.prefetch;
