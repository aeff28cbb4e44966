package magnus.recommendation;

import java.util.Map;

/**
 * The probability that this user takes the advice, and how it comes about.
 *
 * @param probability calibrated: of cards with 0.6 about six in ten are taken
 * @param answers of his, from which it was learned
 * @param basis {@code "assumed"} where nobody answered yet, {@code "everybody"}, {@code "you"}
 * @param logOdds its parts, which add up to {@code sum}: {@code everybody}, {@code advice}, {@code
 *     kind}, {@code figures}, {@code bends}
 * @param sum log odds before uncertainty draws the probability towards one half
 * @param deviation of the sum
 */
public record Confidence(
    double probability,
    int answers,
    String basis,
    Map<String, Double> logOdds,
    double sum,
    double deviation) {}
