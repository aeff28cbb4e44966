package magnus.market.imported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file's first row: where which column stands, whatever it is called and in whatever order. */
final class Header {

  /** No such column. */
  static final int ABSENT = -1;

  private final List<String> names = new ArrayList<>();
  private final Map<Column, Integer> positions = new HashMap<>();

  Header(CsvRow row) {
    for (int i = 0; i < row.size(); i++) {
      String name = row.text(i);
      if (i == 0 && name.startsWith("#")) {
        name = name.substring(1).trim();
      }
      names.add(name);
    }
    List<String> plain = names.stream().map(Header::plain).toList();
    boolean initials = plain.containsAll(List.of("o", "h", "l", "c"));
    for (Column column : Column.values()) {
      int position = position(column, plain, initials);
      if (position != ABSENT) {
        positions.put(column, position);
      }
    }
    boolean indexIsUnnamed = !plain.isEmpty() && plain.get(0).matches("|unnamed0|index");
    if (indexIsUnnamed && !has(Column.DATE)) {
      positions.put(Column.DATE, 0);
    }
  }

  /**
   * The first synonym that is there counts, not the first column. Initials count only where all of
   * a bar's are there: C and V alone are Citigroup and Visa.
   */
  private static int position(Column column, List<String> names, boolean initials) {
    for (String synonym : column.synonyms()) {
      if (synonym.length() > 1 || initials) {
        int at = names.indexOf(synonym);
        if (at >= 0) {
          return at;
        }
      }
    }
    return ABSENT;
  }

  /**
   * Whether its columns are tickers: at least two that no known name covers, and not a whole bar (a
   * ticker may be LOW or OPEN).
   */
  boolean isWide() {
    List<Integer> others = others();
    boolean wholeBar = has(Column.OPEN) && has(Column.HIGH) && has(Column.LOW) && has(Column.CLOSE);
    boolean one = others.size() == 1 && !hasAny(Column.OPEN, Column.HIGH, Column.CLOSE);
    return has(Column.DATE)
        && !has(Column.SYMBOL)
        && !wholeBar
        && (others.size() >= 2 || one)
        && others.stream().allMatch(i -> Symbols.normalise(names.get(i)).isPresent());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  boolean has(Column column) {
    return positions.containsKey(column);
  }

  boolean hasAny(Column... columns) {
    for (Column column : columns) {
      if (has(column)) {
        return true;
      }
    }
    return false;
  }

  /** Where it stands, or {@link #ABSENT}. */
  int at(Column column) {
    return positions.getOrDefault(column, ABSENT);
  }

  /** What the file calls it; the usual name where the file has none. */
  String name(Column column) {
    int at = at(column);
    return at == ABSENT ? column.synonyms().get(0) : names.get(at);
  }

  String name(int position) {
    return names.get(position);
  }

  int size() {
    return names.size();
  }

  /** Positions of columns that no known name covers. */
  List<Integer> others() {
    Set<Integer> known = Set.copyOf(positions.values());
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!known.contains(i) && !names.get(i).isEmpty()) {
        others.add(i);
      }
    }
    return others;
  }
}
