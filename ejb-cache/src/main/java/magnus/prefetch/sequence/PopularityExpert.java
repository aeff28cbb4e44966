package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What everyone opens: over the whole time, of the day and of late (of the last 50,000 and 3,000
 * steps, more or less). Names a few items; weighs those that others named as well.
 */
final class PopularityExpert implements Expert {

  private static final int NAMED = 40;
  private static final int DAY = 50_000;
  private static final int LATE = 3_000;

  private final FadingCounts ever = new FadingCounts(1e8);
  private final FadingCounts day = new FadingCounts(DAY);
  private final FadingCounts late = new FadingCounts(LATE);
  private final List<FadingCounts> all = List.of(ever, day, late);
  private final List<Witnesses> witnesses;
  private final int[] top = new int[NAMED];
  private int named;

  PopularityExpert(int k) {
    witnesses =
        List.of(new Witnesses(k, Witnesses.FOREVER), new Witnesses(k, DAY), new Witnesses(k, LATE));
  }

  @Override
  public List<String> columns() {
    return List.of("popularity", "popularity-of-day", "popularity-of-late");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    for (int i = 0; i < named; i++) {
      candidates.row(top[i]);
    }
    for (int c = 0; c < all.size(); c++) {
      FadingCounts counts = all.get(c);
      for (int row = 0; row < candidates.size(); row++) {
        int item = candidates.item(row);
        if (witnesses.get(c).enough(item)) {
          candidates.set(first + c, row, counts.of(item));
        }
      }
      candidates.addTotal(first + c, counts.sum());
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    for (Witnesses seen : witnesses) {
      seen.add(next, context.user());
    }
    // what too few opened must not show in the totals either
    if (witnesses.get(0).enough(next)) {
      all.forEach(counts -> counts.add(next));
      witnesses.forEach(Witnesses::age);
      name(next);
    }
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
    for (Witnesses seen : witnesses) {
      seen.write(out);
    }
    out.writeInt(named);
    Numbers.write(top, named, out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    for (FadingCounts counts : all) {
      counts.read(in);
    }
    for (Witnesses seen : witnesses) {
      seen.read(in);
    }
    named = in.readInt();
    Numbers.read(top, named, in);
  }

  @Override
  public long memoryBytes() {
    return all.stream().mapToLong(FadingCounts::memoryBytes).sum()
        + witnesses.stream().mapToLong(Witnesses::memoryBytes).sum();
  }
}
