package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What everyone opens: over the whole time, and of late. Names a few items; weighs those that
 * others named as well.
 */
final class PopularityExpert implements Expert {

  private static final double FADE = 1 + 1.0 / 3_000;
  private static final double LARGE = 1e30;
  private static final int NAMED = 40;

  private final int k;
  private double[] counts = new double[1024];
  private double[] recents = new double[1024];
  private long[] users = new long[1024];
  private final int[] top = new int[NAMED];
  private int named;
  private double count;
  private double recent;
  private double step = 1;

  PopularityExpert(int k) {
    this.k = k;
  }

  @Override
  public List<String> columns() {
    return List.of("popularity", "popularity-of-late");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    for (int i = 0; i < named; i++) {
      if (seen(top[i])) {
        candidates.row(top[i]);
      }
    }
    for (int row = 0; row < candidates.size(); row++) {
      int item = candidates.item(row);
      if (item < counts.length && seen(item)) {
        candidates.set(first, row, (float) counts[item]);
        candidates.set(first + 1, row, (float) (recents[item] / step));
      }
    }
    candidates.addTotal(first, (float) count);
    candidates.addTotal(first + 1, (float) (recent / step));
  }

  private boolean seen(int item) {
    return k <= 1 || Long.bitCount(users[item]) >= k;
  }

  @Override
  public void learn(SessionContext context, int next) {
    if (next >= counts.length) {
      int length = Math.max(next + 1, 2 * counts.length);
      counts = Arrays.copyOf(counts, length);
      recents = Arrays.copyOf(recents, length);
      users = Arrays.copyOf(users, length);
    }
    step *= FADE;
    if (step > LARGE) {
      for (int i = 0; i < recents.length; i++) {
        recents[i] /= step;
      }
      recent /= step;
      step = 1;
    }
    counts[next]++;
    count++;
    recents[next] += step;
    recent += step;
    users[next] |= Successors.userBit(context.user());
    name(next);
  }

  /** Keeps the items most opened of late in front, the first the most. */
  private void name(int item) {
    int place = 0;
    while (place < named && top[place] != item) {
      place++;
    }
    if (place == named) {
      if (named < NAMED) {
        named++;
      } else if (recents[item] > recents[top[--place]]) {
        top[place] = item;
      } else {
        return;
      }
      top[place] = item;
    }
    while (place > 0 && recents[top[place]] > recents[top[place - 1]]) {
      int swapped = top[place];
      top[place] = top[place - 1];
      top[--place] = swapped;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(counts.length);
    for (int i = 0; i < counts.length; i++) {
      out.writeDouble(counts[i]);
      out.writeDouble(recents[i]);
      out.writeLong(users[i]);
    }
    out.writeInt(named);
    for (int i = 0; i < named; i++) {
      out.writeInt(top[i]);
    }
    out.writeDouble(count);
    out.writeDouble(recent);
    out.writeDouble(step);
  }

  @Override
  public void read(DataInput in) throws IOException {
    int length = in.readInt();
    counts = new double[length];
    recents = new double[length];
    users = new long[length];
    for (int i = 0; i < length; i++) {
      counts[i] = in.readDouble();
      recents[i] = in.readDouble();
      users[i] = in.readLong();
    }
    named = in.readInt();
    for (int i = 0; i < named; i++) {
      top[i] = in.readInt();
    }
    count = in.readDouble();
    recent = in.readDouble();
    step = in.readDouble();
  }

  @Override
  public long memoryBytes() {
    return 24L * counts.length;
  }
}
