/** Recommendations over HTTP: lists, answers and what others see of them. */
package magnus.systemtests.recommendation;
