/** Who has pages loaded ahead and who has not, and what difference that makes. */
package magnus.prefetch.effect;
