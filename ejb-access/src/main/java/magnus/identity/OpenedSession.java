package magnus.identity;

/**
 * A session that was just opened.
 *
 * @param secret what the browser keeps in its cookie; known to nobody else from here on
 */
public record OpenedSession(String secret, Session session) {}
