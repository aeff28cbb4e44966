/** The cache for administrators: its shelves, lifespans, events and what they reached. */
package magnus.portal.cache;
