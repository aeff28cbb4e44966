/** Exact amounts of money with their currency. */
package magnus.basics.money;
