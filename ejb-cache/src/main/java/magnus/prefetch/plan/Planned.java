package magnus.prefetch.plan;

/**
 * A need that is loaded ahead.
 *
 * @param chance of being used before it ends, as the price has it: before experience
 */
public record Planned(Need need, double chance) {}
