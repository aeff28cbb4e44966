package magnus.portfolio;

/**
 * A part that a figure lacks.
 *
 * @param symbol whose
 * @param reason a sentence for people
 */
public record Missing(String symbol, String reason) {}
