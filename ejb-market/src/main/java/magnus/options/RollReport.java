package magnus.options;

import java.time.Instant;
import java.util.List;

/**
 * What could be done with the options that a portfolio has sold.
 *
 * @param items the urgent first
 * @param missing symbols of sold options that have no quotes
 */
public record RollReport(Instant asOf, List<RollSuggestion> items, List<String> missing) {}
