/** HTTP below the level of the API. */
package magnus.systemtests.transport;
