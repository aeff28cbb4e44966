package magnus.prefetch.behavior;

import java.time.Instant;

/**
 * Something that a user did.
 *
 * @param subject what he looked at, as words for him: a symbol or a page
 * @param path where that is
 * @param symbol whether it is a symbol
 */
public record Moment(String subject, String path, boolean symbol, Instant at) {}
