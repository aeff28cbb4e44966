/** The servers under test, and a client that speaks to them as a portal would. */
package magnus.systemtests.server;
