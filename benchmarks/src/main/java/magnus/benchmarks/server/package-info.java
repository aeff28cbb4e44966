/** The provisioned server, booted for one benchmark and thrown away with its data. */
package magnus.benchmarks.server;
