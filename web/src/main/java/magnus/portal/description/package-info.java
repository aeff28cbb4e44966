/** What annotations cannot say of the interface that is described at {@code /openapi}. */
package magnus.portal.description;
