package magnus.persistence.market;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rows of a small table in place by their key: replaced where there, else inserted. */
final class KeyedRows implements AutoCloseable {

  private final int keys;
  private final int others;
  private final PreparedStatement update;
  private final PreparedStatement insert;

  KeyedRows(Connection connection, String table, String[] keys, String[] others)
      throws SQLException {
    this.keys = keys.length;
    this.others = others.length;
    String set = Arrays.stream(others).map(c -> c + " = ?").collect(Collectors.joining(", "));
    String where = Arrays.stream(keys).map(c -> c + " = ?").collect(Collectors.joining(" and "));
    update = connection.prepareStatement("update " + table + " set " + set + " where " + where);
    String columns =
        Stream.concat(Arrays.stream(others), Arrays.stream(keys)).collect(Collectors.joining(", "));
    String marks = "?" + ", ?".repeat(keys.length + others.length - 1);
    insert =
        connection.prepareStatement(
            "insert into " + table + " (" + columns + ") values (" + marks + ")");
  }

  /** The key's values, then the others', in the order of the constructor. */
  void put(@Nullable Object... values) throws SQLException {
    if (values.length != keys + others) {
      throw new IllegalArgumentException(values.length + " values for " + (keys + others));
    }
    set(update, values);
    if (update.executeUpdate() == 0) {
      set(insert, values);
      insert.executeUpdate();
    }
  }

  private void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < others; i++) {
      statement.setObject(i + 1, values[keys + i]);
    }
    for (int i = 0; i < keys; i++) {
      statement.setObject(others + i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    update.close();
    insert.close();
  }
}
