package magnus.prefetch.sequence;

import java.util.ArrayList;
import java.util.List;

/** Single predictors that learn together, to be compared with the mixture. */
public final class Panel {

  private final List<Expert> experts;
  private final List<NextPredictor> views = new ArrayList<>();

  Panel(List<Expert> experts) {
    this.experts = List.copyOf(experts);
    for (Expert expert : experts) {
      for (String column : expert.columns()) {
        views.add(new SinglePredictor(expert, column));
      }
    }
  }

  /** Each alone; what the panel learns is learned by all. */
  public List<NextPredictor> predictors() {
    return List.copyOf(views);
  }

  public void learn(SessionContext context, int next) {
    experts.forEach(expert -> expert.learn(context, next));
  }
}
