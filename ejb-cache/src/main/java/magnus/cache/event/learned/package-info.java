/**
 * A learned answer to one question: does this event make this entry wrong? Trained and judged on
 * real bars, in force only where it beats the rule there, and watched by what comes true.
 */
package magnus.cache.event.learned;
