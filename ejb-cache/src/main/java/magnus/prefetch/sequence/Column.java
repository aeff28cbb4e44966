package magnus.prefetch.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * How a column of weights becomes a probability: its share, smoothed by another column's
 * probability, as if that had been seen {@code prior} times (Dirichlet smoothing: MacKay and Peto,
 * 1995).
 *
 * @param name as the expert names it
 * @param backsOffTo the column that smooths it, an earlier one; -1 for none
 * @param prior the weight of the other's opinion; 0 if the column has scores that are no shares
 */
record Column(String name, int backsOffTo, float prior) {

  static Names list() {
    return new Names();
  }

  /** Columns by name, in order. */
  static final class Names {

    private final List<Column> columns = new ArrayList<>();

    /** A column that is smoothed by an earlier one, or by none if its name is empty. */
    Names add(String name, String backsOffTo, float prior) {
      List<String> names = columns.stream().map(Column::name).toList();
      int earlier = names.indexOf(backsOffTo);
      if (earlier < 0 && !backsOffTo.isEmpty()) {
        throw new IllegalArgumentException(
            "column " + name + " backs off to " + backsOffTo + ", which is not before it");
      }
      columns.add(new Column(name, earlier, prior));
      return this;
    }

    Names scores(String name) {
      columns.add(new Column(name, -1, 0));
      return this;
    }

    List<Column> columns() {
      return List.copyOf(columns);
    }
  }
}
