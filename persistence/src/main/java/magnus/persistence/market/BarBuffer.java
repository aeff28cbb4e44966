package magnus.persistence.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Bars of one symbol and year on their way to the database, in the order of their file. */
final class BarBuffer {

  /** Told of days that a file has twice with different figures. */
  interface Clashes {
    void clash(int epochDay, int line, int earlierLine);
  }

  private int size;
  private boolean ascending = true;
  private int[] days;
  private int[] lines;
  private double[] open;
  private double[] high;
  private double[] low;
  private double[] close;
  private double[] volume;

  BarBuffer(int capacity) {
    days = new int[capacity];
    lines = new int[capacity];
    open = new double[capacity];
    high = new double[capacity];
    low = new double[capacity];
    close = new double[capacity];
    volume = new double[capacity];
  }

  int size() {
    return size;
  }

  void add(int day, double o, double h, double l, double c, double v, int line) {
    if (size == days.length) {
      grow();
    }
    if (size > 0 && day <= days[size - 1]) {
      ascending = false;
    }
    days[size] = day;
    lines[size] = line;
    open[size] = o;
    high[size] = h;
    low[size] = l;
    close[size] = c;
    volume[size] = v;
    size++;
  }

  void add(StoredBars bars, int i) {
    add(
        bars.days()[i],
        bars.open()[i],
        bars.high()[i],
        bars.low()[i],
        bars.close()[i],
        bars.volume()[i],
        0);
  }

  private void grow() {
    int capacity = Math.max(16, size * 2);
    days = Arrays.copyOf(days, capacity);
    lines = Arrays.copyOf(lines, capacity);
    open = Arrays.copyOf(open, capacity);
    high = Arrays.copyOf(high, capacity);
    low = Arrays.copyOf(low, capacity);
    close = Arrays.copyOf(close, capacity);
    volume = Arrays.copyOf(volume, capacity);
  }

  /** Puts the bars in order of day, each day once. */
  void settle(Clashes clashes) {
    if (ascending) {
      return;
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingInt(i -> days[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    BarBuffer settled = new BarBuffer(size);
    for (int i : order) {
      if (settled.size > 0 && settled.days[settled.size - 1] == days[i]) {
        if (!settled.lastEquals(this, i)) {
          clashes.clash(days[i], lines[i], settled.lines[settled.size - 1]);
        }
      } else {
        settled.add(days[i], open[i], high[i], low[i], close[i], volume[i], lines[i]);
      }
    }
    size = settled.size;
    days = settled.days;
    lines = settled.lines;
    open = settled.open;
    high = settled.high;
    low = settled.low;
    close = settled.close;
    volume = settled.volume;
    ascending = true;
  }

  private boolean lastEquals(BarBuffer other, int i) {
    int last = size - 1;
    return open[last] == other.open[i]
        && high[last] == other.high[i]
        && low[last] == other.low[i]
        && close[last] == other.close[i]
        && volume[last] == other.volume[i];
  }

  StoredBars toBars() {
    if (days.length == size) {
      return new StoredBars(days, open, high, low, close, volume);
    }
    return new StoredBars(
        Arrays.copyOf(days, size),
        Arrays.copyOf(open, size),
        Arrays.copyOf(high, size),
        Arrays.copyOf(low, size),
        Arrays.copyOf(close, size),
        Arrays.copyOf(volume, size));
  }
}
