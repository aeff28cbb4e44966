/** The cache as clients and administrators see it. */
package magnus.systemtests.cache;
