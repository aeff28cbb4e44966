package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One expert's view alone: an item's share of the column's total is its probability. */
final class SinglePredictor implements NextPredictor {

  private static final int MOST_CANDIDATES = 4096;

  private final String name;
  private final Expert expert;
  private final int column;
  private final Candidates candidates;

  SinglePredictor(Expert expert, String column) {
    this.name = column;
    this.expert = expert;
    this.column = expert.columns().indexOf(column);
    candidates = new Candidates(expert.columns().size(), MOST_CANDIDATES);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Ranking predict(SessionContext context, int count) {
    candidates.clear();
    expert.name(context, candidates);
    expert.weigh(context, candidates, 0);
    Best best = new Best(count);
    double named = 0;
    for (int row = 0; row < candidates.size(); row++) {
      named += weight(row);
    }
    // the total is a sum of floats, which may come out a little less than its parts
    double total = expert.tellsLogarithms() ? named : Math.max(named, candidates.total(column));
    for (int row = 0; row < candidates.size(); row++) {
      double weight = weight(row);
      if (weight > 0) {
        best.offer(candidates.item(row), weight / total);
      }
    }
    return best.ranking();
  }

  private double weight(int row) {
    float weight = candidates.weight(column, row);
    return expert.tellsLogarithms() ? Math.exp(weight) : weight;
  }

  @Override
  public void learn(SessionContext context, int next) {
    expert.learn(context, next);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    expert.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    expert.read(in);
  }

  @Override
  public long memoryBytes() {
    return expert.memoryBytes();
  }
}
