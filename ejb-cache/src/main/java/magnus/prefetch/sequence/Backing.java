package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Which steps k users stand behind. Views that blend what many did, so that nobody's part in them
 * can be told any more, are taught these alone: of a step its item where k users went there from
 * the item before it, and of the items before only those from which, some steps later, k users did.
 */
final class Backing {

  /** How far back items count. */
  private static final int PLACES = 6;

  private static final int BEGINNING = -1;

  private final int k;
  private final SuccessorTable pairs;
  private final Witnesses witnesses;
  private final Successors.Mark mark = new Successors.Mark();
  private int items;

  Backing(int k, int mostStates, int mostSuccessors) {
    this.k = k;
    pairs = new SuccessorTable(k, mostStates, mostSuccessors);
    witnesses = new Witnesses(k, Witnesses.FOREVER);
  }

  /** Counts the step's user, and tells what of the step k users stand behind; empty if nothing. */
  Optional<Step> add(Step step) {
    int next = step.next();
    if (k <= 1) {
      items = Math.max(items, next + 1);
      return Optional.of(step);
    }
    SessionContext context = step.context();
    count(next, context.user());
    int places = Math.min(PLACES, context.length());
    int[] backed = new int[places];
    boolean last = places == 0 && isBacked(BEGINNING, next, context.user());
    for (int place = 0; place < places; place++) {
      int item = context.back(place);
      boolean isBacked = item >= 0 && isBacked(item, next, context.user());
      backed[places - 1 - place] = isBacked ? item : SessionContext.NONE;
      last |= place == 0 && isBacked;
    }
    return last ? Optional.of(new Step(context.withItems(backed), next)) : Optional.empty();
  }

  private void count(int item, int user) {
    boolean before = witnesses.enough(item);
    witnesses.add(item, user);
    items += !before && witnesses.enough(item) ? 1 : 0;
  }

  private boolean isBacked(int from, int to, int user) {
    pairs.add(from, to, user, 1, mark);
    return mark.isBacked();
  }

  /** Whether k users opened the item. */
  boolean isKnown(int item) {
    return witnesses.enough(item);
  }

  /** How many items there are that k users opened. */
  int items() {
    return items;
  }

  long memoryBytes() {
    return pairs.memoryBytes() + witnesses.memoryBytes();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(items);
    pairs.write(out);
    witnesses.write(out);
  }

  void read(DataInput in) throws IOException {
    items = in.readInt();
    pairs.read(in);
    witnesses.read(in);
  }
}
