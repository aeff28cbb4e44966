/** The portal in a real browser. */
package magnus.systemtests.portal;
