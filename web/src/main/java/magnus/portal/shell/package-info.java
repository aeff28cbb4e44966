/**
 * Delivers the portal itself: its page under every address of its own, its files ready compressed.
 */
package magnus.portal.shell;
