package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One view of what comes next. Gives weights to items in one or more columns of {@link Candidates};
 * within a column, an item's share of the total is its probability in that view.
 */
interface Expert {

  /** The names of its columns. */
  List<String> columns();

  /**
   * Names items that are to be weighed, before any expert weighs; each weighs what all have named,
   * and may name more. Called for the same context right before {@link #weigh}.
   */
  default void name(SessionContext context, Candidates candidates) {}

  /**
   * Weighs items.
   *
   * @param first its first column
   */
  void weigh(SessionContext context, Candidates candidates, int first);

  /** Whether what it gives are logarithms of shares, not weights. */
  default boolean tellsLogarithms() {
    return false;
  }

  /**
   * Whether one user's part in what it says to others cannot be told from the others' parts. It is
   * taught only what k users stand behind then ({@link Backing}).
   */
  default boolean isBlend() {
    return false;
  }

  void learn(SessionContext context, int next);

  void write(DataOutput out) throws IOException;

  void read(DataInput in) throws IOException;

  long memoryBytes();
}
