/** The plan of the house as rules; docs/architecture.md is the same in words. */
package magnus.systemtests.architecture;
