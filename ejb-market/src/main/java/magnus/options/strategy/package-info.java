/**
 * Positions of several legs: what they pay, where they break even, what they may lose and tie up.
 */
package magnus.options.strategy;
