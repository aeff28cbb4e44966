/** The statements of the coming quarter of an hour, and which values of shelves they are for. */
package magnus.prefetch.query;
