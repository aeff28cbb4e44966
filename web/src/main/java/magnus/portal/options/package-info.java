/**
 * Options: what could be sold now, what one underlying's options say, what to do with sold ones.
 */
package magnus.portal.options;
