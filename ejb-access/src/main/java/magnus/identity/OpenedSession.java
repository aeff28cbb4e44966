package magnus.identity;

import java.time.Instant;

/**
 * A session that was just opened.
 *
 * @param secret what the browser keeps in its cookie; known to nobody else from here on
 * @param latestEnd when it ends however much it is used
 */
public record OpenedSession(String secret, Session session, Instant latestEnd) {}
