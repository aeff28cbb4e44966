/** Technical indicators, what is read from them, and how often that was right. Plain Java. */
package magnus.signals.indicator;
