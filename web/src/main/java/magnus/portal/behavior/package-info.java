/** What a user did in the portal: consent, recording, what is stored, export and deletion. */
package magnus.portal.behavior;
