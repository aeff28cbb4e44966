/** Two nodes of one cluster, each a real server, on one real PostgreSQL. */
package magnus.systemtests.cluster;
