package magnus.benchmarks.cache;

import java.util.Arrays;
import java.util.List;
import magnus.cache.DataType;

/**
 * What a page asks of the shelves: some values each by itself, then quotes all at once.
 *
 * @param quotes ranks of symbols
 */
public record PageAsks(List<Ask> each, List<Integer> quotes) {

  /** A key of a type's shelf. */
  public record Ask(DataType type, int id) {}

  /**
   * What a page asks for when a user opens it.
   *
   * @param pick a symbol's rank or a sector's number, where the page is of one
   */
  public static PageAsks of(ReplayDay day, Page page, int user, int pick) {
    Ask positions = new Ask(DataType.POSITIONS, user);
    Ask analytics = new Ask(DataType.ANALYTICS, user);
    return switch (page) {
      case DASHBOARD ->
          new PageAsks(List.of(positions, analytics), quotes(day.investors[user].list(), 5));
      case HOLDINGS ->
          new PageAsks(List.of(positions), quotes(day.investors[user].holds(), Integer.MAX_VALUE));
      case SYMBOL ->
          new PageAsks(
              List.of(
                  new Ask(DataType.QUOTE, pick),
                  new Ask(DataType.NEWS, pick),
                  new Ask(DataType.RESEARCH, pick)),
              List.of());
      case OPTION_CHAIN ->
          new PageAsks(
              List.of(new Ask(DataType.QUOTE, pick), new Ask(DataType.OPTION_CHAIN, pick)),
              List.of());
      case ANALYSIS -> new PageAsks(List.of(positions, analytics), List.of());
      case SECTOR ->
          new PageAsks(
              List.of(new Ask(DataType.SECTOR_ANALYSIS, pick)), quotes(day.members(pick), 5));
    };
  }

  private static List<Integer> quotes(int[] symbols, int most) {
    return Arrays.stream(symbols).limit(most).boxed().toList();
  }
}
