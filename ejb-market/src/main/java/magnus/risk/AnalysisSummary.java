package magnus.risk;

import java.util.List;

/**
 * An analysis in words.
 *
 * @param text all sentences
 * @param composed how the words came about: {@code "rules"}, from computed facts by fixed rules
 */
public record AnalysisSummary(String text, List<Sentence> sentences, String composed) {

  /** No model wrote it. */
  public static final String BY_RULES = "rules";

  /**
   * @param sources paths of the figures it tells, in the events before ({@code
   *     risk_metrics.var.99.historical})
   */
  public record Sentence(String text, List<String> sources) {}

  static AnalysisSummary byRules(List<Sentence> sentences) {
    return new AnalysisSummary(
        String.join(" ", sentences.stream().map(Sentence::text).toList()),
        List.copyOf(sentences),
        BY_RULES);
  }
}
