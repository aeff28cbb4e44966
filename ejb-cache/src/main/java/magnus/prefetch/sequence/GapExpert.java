package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What came some steps after each of the last items, whatever lay between: item-to-item
 * co-occurrence with gaps, the nearer the more.
 */
final class GapExpert implements Expert {

  private static final int FARTHEST = 6;

  private final int k;
  private final SuccessorTable table;

  GapExpert(int k, int mostStates, int mostSuccessors) {
    this.k = k;
    table = new SuccessorTable(mostStates, mostSuccessors);
  }

  @Override
  public List<String> columns() {
    return List.of("gaps");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    int steps = Math.min(FARTHEST - 1, context.length());
    for (int gap = 1; gap <= steps; gap++) {
      Successors row = table.find(context.back(gap - 1));
      if (row == null) {
        continue;
      }
      float nearness = 1f / gap;
      for (int i = 0; i < row.size(); i++) {
        if (row.seenBy(k, i)) {
          candidates.add(first, row.item(i), nearness * row.count(i));
        }
      }
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    int steps = Math.min(FARTHEST, context.length());
    for (int gap = 1; gap <= steps; gap++) {
      table.add(context.back(gap - 1), next, context.user(), 1f / gap);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    table.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    table.read(in);
  }

  @Override
  public long memoryBytes() {
    return table.memoryBytes();
  }
}
