/** Model values of options. */
package magnus.options.pricing;
