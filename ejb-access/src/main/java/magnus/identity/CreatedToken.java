package magnus.identity;

/**
 * A token that was just created.
 *
 * @param secret the token itself, shown this once
 */
public record CreatedToken(String secret, Token token) {}
