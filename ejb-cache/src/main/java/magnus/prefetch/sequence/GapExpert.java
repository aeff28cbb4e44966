package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was opened some steps from each of the last items, whatever lay between: item-to-item
 * co-occurrence with gaps, the nearer the more. Two columns: after it, and before or after it.
 */
final class GapExpert implements Expert {

  private final int k;
  private final int farthest;
  private final SuccessorTable after;
  private final SuccessorTable before;

  /**
   * @param farthest the widest gap, in steps
   */
  GapExpert(int k, int farthest, int mostStates, int mostSuccessors) {
    this.k = k;
    this.farthest = farthest;
    after = new SuccessorTable(k, mostStates, mostSuccessors);
    before = new SuccessorTable(k, mostStates, mostSuccessors);
  }

  @Override
  public List<String> columns() {
    return List.of("gaps", "together");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    int steps = Math.min(farthest - 1, context.length());
    for (int gap = 1; gap <= steps; gap++) {
      int item = context.back(gap - 1);
      float nearness = 1f / gap;
      weigh(after.find(item), nearness, candidates, first);
      weigh(after.find(item), nearness, candidates, first + 1);
      weigh(before.find(item), nearness, candidates, first + 1);
    }
  }

  private void weigh(@Nullable Successors row, float nearness, Candidates candidates, int column) {
    for (int i = 0; row != null && i < row.size(); i++) {
      if (row.seenBy(k, i)) {
        candidates.add(column, row.item(i), nearness * row.count(i));
      }
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    int steps = Math.min(farthest, context.length());
    for (int gap = 1; gap <= steps; gap++) {
      int item = context.back(gap - 1);
      if (item >= 0) {
        after.add(item, next, context.user(), 1f / gap);
        before.add(next, item, context.user(), 1f / gap);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    after.write(out);
    before.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    after.read(in);
    before.read(in);
  }

  @Override
  public long memoryBytes() {
    return after.memoryBytes() + before.memoryBytes();
  }
}
