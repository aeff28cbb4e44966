package magnus.portfolio;

/**
 * Returns with the values that they are made of, worked out together.
 *
 * @param values from the close before the performance's first day to its last day
 */
public record DailyPerformance(Performance performance, DailyValues values) {}
