package magnus.prefetch.sequence;

/**
 * An item that may come next.
 *
 * @param item its name
 * @param probability that it is the very next
 */
public record Likely(String item, double probability) {}
