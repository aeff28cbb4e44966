/** How long who fails to sign in has to wait. */
package magnus.identity.throttle;
