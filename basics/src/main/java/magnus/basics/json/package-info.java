/**
 * The one way in which Magnus writes and reads JSON, for REST, event streams and journals alike.
 */
package magnus.basics.json;
