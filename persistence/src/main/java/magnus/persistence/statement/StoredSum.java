package magnus.persistence.statement;

/**
 * Statements over some windows, added up.
 *
 * @param fingerprint empty where it is a sum of all kinds
 * @param cohort empty where it is a sum of all
 * @param shelf empty where it is of no shelf's loads, or a sum of all
 */
public record StoredSum(
    String fingerprint, String cohort, String shelf, long count, long nanos, long longest) {}
