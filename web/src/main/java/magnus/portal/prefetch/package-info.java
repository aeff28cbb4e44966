/** What a user will open next, and what is loaded ahead of it. */
package magnus.portal.prefetch;
