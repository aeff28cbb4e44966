package magnus.cache;

/**
 * One thing that an entry is made from; an occurrence that touches it reaches the entry.
 *
 * @param id the symbol, the portfolio's or document's id, the calendar's name; {@code *} for the
 *     market as a whole
 */
public record Ingredient(Kind kind, String id) {

  /** What kind of thing. */
  public enum Kind {
    SYMBOL,
    PORTFOLIO,
    DOCUMENT,
    CALENDAR,
    MARKET
  }

  /** Touched by what moves all prices at once, such as a decision of the Fed. */
  public static final Ingredient WHOLE_MARKET = new Ingredient(Kind.MARKET, "*");

  public Ingredient {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an ingredient of kind " + kind + " needs an id");
    }
  }

  public static Ingredient symbol(String symbol) {
    return new Ingredient(Kind.SYMBOL, symbol);
  }

  public static Ingredient portfolio(Object id) {
    return new Ingredient(Kind.PORTFOLIO, id.toString());
  }

  public static Ingredient document(Object id) {
    return new Ingredient(Kind.DOCUMENT, id.toString());
  }

  public static Ingredient calendar(String name) {
    return new Ingredient(Kind.CALENDAR, name);
  }

  /** {@code SYMBOL:AAPL}, as {@link #parse} reads it. */
  @Override
  public String toString() {
    return kind + ":" + id;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Ingredient parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is no ingredient such as SYMBOL:AAPL");
    }
    return new Ingredient(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }
}
