/** What is predicted and loaded ahead. */
package magnus.systemtests.prefetch;
