package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Markov chains of the orders 1 to {@code n}: what came after the same last items. The table behind
 * prediction by partial matching (Cleary and Witten 1984; Begleiter, El-Yaniv and Yona, On
 * prediction using variable order Markov models, JAIR 22, 2004); {@link Mixture} backs off from
 * each order to the one below. Two columns each: all visits alike, and those of late.
 */
final class MarkovExpert implements Expert {

  private final int orders;
  private final int k;
  private final SuccessorTable table;

  /**
   * @param orders the highest order
   * @param k how many users must have taken a step before others are shown it
   * @param mostStates bound of the table
   * @param mostSuccessors bound per state
   */
  MarkovExpert(int orders, int k, int mostStates, int mostSuccessors) {
    this.orders = orders;
    this.k = k;
    table = new SuccessorTable(k, mostStates, mostSuccessors);
  }

  @Override
  public List<String> columns() {
    List<String> names = new ArrayList<>();
    for (int order = 1; order <= orders; order++) {
      names.add("markov-" + order);
      names.add("markov-" + order + "-of-late");
    }
    return names;
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    long[] keys = keys(context);
    // the highest order first: where there is no room for all, the most specific stay
    for (int order = keys.length; order > 0; order--) {
      Successors row = table.find(keys[order - 1]);
      if (row != null) {
        weigh(row, k, candidates, first + 2 * (order - 1));
      }
    }
  }

  /** Puts the counts of a state into two columns, and of those that k users share alone. */
  static void weigh(Successors row, int k, Candidates candidates, int column) {
    for (int i = 0; i < row.size(); i++) {
      if (row.seenBy(k, i)) {
        candidates.add(column, row.item(i), row.count(i));
        if (row.seenOfLateBy(k, i)) {
          candidates.add(column + 1, row.item(i), row.recent(i));
        }
      }
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    for (long key : keys(context)) {
      table.add(key, next, context.user());
    }
  }

  private long[] keys(SessionContext context) {
    int n = Math.min(orders, context.length());
    long[] keys = new long[n];
    long key = 0;
    for (int ago = 0; ago < n; ago++) {
      key = Hash.of(key, context.back(ago) + 1L);
      keys[ago] = key;
    }
    return keys;
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
