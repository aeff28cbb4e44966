package magnus.cache;

/**
 * By how much a value moves with a symbol's price: a move of the price by a fraction moves the
 * value by {@code weight} times as much.
 *
 * @param weight 1 for the price itself, a holding's part of a portfolio; negative for a short one
 * @param price of the symbol that the value was made with; 0 where that is not told
 */
public record Exposure(String symbol, double weight, double price) {

  public Exposure {
    if (!Double.isFinite(weight) || !(price >= 0)) {
      throw new IllegalArgumentException(
          "exposure of " + weight + " to " + symbol + " at a price of " + price);
    }
  }

  /** A value that is the price itself. */
  public static Exposure price(String symbol, double price) {
    return new Exposure(symbol, 1, price);
  }
}
