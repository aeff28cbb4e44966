package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What everyone opens: over the whole time, of the day and of late (of the last 50,000 and 3,000
 * steps, more or less). Names a few items; weighs those that others named as well.
 */
final class PopularityExpert implements Expert {

  private static final int NAMED = 40;

  private final int k;
  private final FadingCounts ever = new FadingCounts(1e8);
  private final FadingCounts day = new FadingCounts(50_000);
  private final FadingCounts late = new FadingCounts(3_000);
  private final List<FadingCounts> all = List.of(ever, day, late);
  private long[] users = new long[1024];
  private final int[] top = new int[NAMED];
  private int named;

  PopularityExpert(int k) {
    this.k = k;
  }

  @Override
  public List<String> columns() {
    return List.of("popularity", "popularity-of-day", "popularity-of-late");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    for (int i = 0; i < named; i++) {
      if (seen(top[i])) {
        candidates.row(top[i]);
      }
    }
    for (int c = 0; c < all.size(); c++) {
      FadingCounts counts = all.get(c);
      for (int row = 0; row < candidates.size(); row++) {
        int item = candidates.item(row);
        if (item < users.length && seen(item)) {
          candidates.set(first + c, row, counts.of(item));
        }
      }
      candidates.addTotal(first + c, counts.sum());
    }
  }

  private boolean seen(int item) {
    return k <= 1 || Long.bitCount(users[item]) >= k;
  }

  @Override
  public void learn(SessionContext context, int next) {
    if (next >= users.length) {
      users = Arrays.copyOf(users, Math.max(next + 1, 2 * users.length));
    }
    for (FadingCounts counts : all) {
      counts.add(next);
    }
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
      } else if (!late.above(item, top[--place])) {
        return;
      }
      top[place] = item;
    }
    while (place > 0 && late.above(top[place], top[place - 1])) {
      int swapped = top[place];
      top[place] = top[place - 1];
      top[--place] = swapped;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (FadingCounts counts : all) {
      counts.write(out);
    }
    out.writeInt(users.length);
    for (long bits : users) {
      out.writeLong(bits);
    }
    out.writeInt(named);
    Numbers.write(top, named, out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    for (FadingCounts counts : all) {
      counts.read(in);
    }
    users = new long[in.readInt()];
    for (int i = 0; i < users.length; i++) {
      users[i] = in.readLong();
    }
    named = in.readInt();
    Numbers.read(top, named, in);
  }

  @Override
  public long memoryBytes() {
    return 8L * users.length + all.stream().mapToLong(FadingCounts::memoryBytes).sum();
  }
}
