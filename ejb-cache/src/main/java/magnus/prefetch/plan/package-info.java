/** Which predicted pages are loaded ahead: prices, budgets, and what became of it. */
package magnus.prefetch.plan;
