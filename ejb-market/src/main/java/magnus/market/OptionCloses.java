package magnus.market;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What one option was worth at the close of sessions, as columns in ascending order of date. The
 * arrays are the record's own: callers must not write to them.
 *
 * @param days epoch days, strictly ascending, none after the expiry
 * @param prices per share of the underlying, at or above 0
 * @param sources where each price comes from
 */
public record OptionCloses(ListedOption option, int[] days, double[] prices, Source[] sources) {

  public OptionCloses {
    if (prices.length != days.length || sources.length != days.length) {
      throw new IllegalArgumentException("columns of " + option + " differ in length");
    }
  }

  public int size() {
    return days.length;
  }

  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(days[index]);
  }

  /** Index of that day, or below 0. */
  public int indexOf(LocalDate date) {
    return Arrays.binarySearch(days, (int) date.toEpochDay());
  }

  /** Collects one option's closes day by day, ascending. */
  public static final class Builder {
    private final ListedOption option;
    private int size;
    private int[] days = new int[16];
    private double[] prices = new double[16];
    private Source[] sources = new Source[16];

    public Builder(ListedOption option) {
      this.option = option;
    }

    public Builder add(LocalDate date, double price, Source source) {
      if (size == days.length) {
        days = Arrays.copyOf(days, 2 * size);
        prices = Arrays.copyOf(prices, 2 * size);
        sources = Arrays.copyOf(sources, 2 * size);
      }
      days[size] = (int) date.toEpochDay();
      prices[size] = price;
      sources[size++] = source;
      return this;
    }

    public OptionCloses build() {
      return new OptionCloses(
          option,
          Arrays.copyOf(days, size),
          Arrays.copyOf(prices, size),
          Arrays.copyOf(sources, size));
    }
  }
}
