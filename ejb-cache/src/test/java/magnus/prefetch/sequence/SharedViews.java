package magnus.prefetch.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the experts of the live mixture say, exactly, taught as the mixture teaches them. */
final class SharedViews {

  private final List<Expert> experts;
  private final Backing backing;
  private final List<String> columns = new ArrayList<>();

  SharedViews(int k) {
    experts = Predictors.liveExperts(k);
    backing = new Backing(k, 20_000, 64);
    experts.forEach(expert -> columns.addAll(expert.columns()));
  }

  SharedViews learn(List<Step> steps) {
    for (Step step : steps) {
      var backed = backing.add(step);
      for (Expert expert : experts) {
        Step taught = expert.isBlend() ? backed.orElse(null) : step;
        if (taught != null) {
          expert.learn(taught.context(), taught.next());
        }
      }
    }
    return this;
  }

  /** Bits of weights by item, and of totals, by column; and how many items there are for all. */
  Map<String, Map<Integer, Integer>> asked(SessionContext context) {
    Candidates candidates = new Candidates(columns.size(), 512);
    candidates.clear();
    int first = columns.size();
    for (int i = experts.size() - 1; i >= 0; i--) {
      first -= experts.get(i).columns().size();
      experts.get(i).weigh(context, candidates, first);
    }
    Map<String, Map<Integer, Integer>> views = new TreeMap<>();
    for (int column = 0; column < columns.size(); column++) {
      Map<Integer, Integer> weights = new TreeMap<>();
      weights.put(-1, Float.floatToRawIntBits(candidates.total(column)));
      for (int row = 0; row < candidates.size(); row++) {
        weights.put(candidates.item(row), Float.floatToRawIntBits(candidates.weight(column, row)));
      }
      views.put(columns.get(column), weights);
    }
    views.put("items", Map.of(-1, backing.items()));
    return views;
  }
}
