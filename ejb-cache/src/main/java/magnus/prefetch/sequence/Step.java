package magnus.prefetch.sequence;

/**
 * One step of a session: what was known, and what was opened next.
 *
 * @param context what was known before
 * @param next the item
 */
public record Step(SessionContext context, int next) {}
