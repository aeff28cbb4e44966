package magnus.recommendation;

/**
 * One reason with the figure that it rests on.
 *
 * @param text a sentence for people
 * @param figure as it is told ({@code "41.2 %"})
 * @param source where it comes from, as a path of the interface or a name of data
 */
public record Reason(String text, String figure, String source) {}
