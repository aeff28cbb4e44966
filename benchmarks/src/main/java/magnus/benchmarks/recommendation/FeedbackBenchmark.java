package magnus.benchmarks.recommendation;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.CustomLearning;

/**
 * Lets the ranking of recommendations learn from simulated users and judges it by what they truly
 * think: regret beside the rule that does not learn, how soon a turned down kind is gone, whether
 * stated probabilities come true, and how often the off-policy estimate's interval holds the truth.
 */
public final class FeedbackBenchmark implements Benchmark {

  private static final int TEACHERS = 200;

  @Override
  public String name() {
    return "feedback";
  }

  @Override
  public String usage() {
    return "[--users N] [--repetitions N] [--seed N]: recommendations learning from simulated users";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) {
    int users = options.integer("users", 400);
    int repetitions = options.integer("repetitions", 400);
    long seed = options.integer("seed", 1);
    double[] common = Episode.common(seed);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("users", users);
    figures.put("seed", seed);
    progress.println("regret of users about whom nothing is known but their own answers");
    Custom unknown = Custom.unknown(Candidates.TRAITS);
    figures.put("alone", new RegretStudy(seed, common, users).figures(unknown));
    progress.println("the same beginning from what " + TEACHERS + " others taught");
    List<List<Answer>> others = RegretStudy.answersOf(seed + 50_000_000, common, TEACHERS);
    figures.put(
        "with_others",
        new RegretStudy(seed, common, users)
            .figures(CustomLearning.learn(others, Candidates.TRAITS)));
    progress.println("kinds that are turned down");
    figures.put("rejected_kinds", new RejectedKinds(seed, common, users).figures());
    progress.println("off-policy estimates, " + repetitions + " repetitions");
    figures.put("off_policy", new OffPolicyStudy(seed, common, repetitions).figures());
    return figures;
  }
}
