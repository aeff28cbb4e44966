/** The interface as it is described at {@code /openapi}. */
package magnus.systemtests.description;
