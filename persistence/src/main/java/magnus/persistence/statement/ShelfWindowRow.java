package magnus.persistence.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code shelf_window}. */
@Entity(name = "ShelfWindowRow")
@Table(name = "shelf_window")
@IdClass(ShelfWindowRow.Key.class)
class ShelfWindowRow {

  @Id
  @Column(name = "window_start")
  Instant windowStart;

  @Id
  @Column(name = "node_name", length = 100)
  String node;

  @Id
  @Column(length = 100)
  String shelf;

  @Column(nullable = false)
  long asked;

  @Column(nullable = false)
  long loads;

  @Column(name = "load_nanos", nullable = false)
  long loadNanos;

  static ShelfWindowRow of(Key key) {
    ShelfWindowRow row = new ShelfWindowRow();
    row.windowStart = key.windowStart;
    row.node = key.node;
    row.shelf = key.shelf;
    return row;
  }

  Key key() {
    return new Key(windowStart, node, shelf);
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    Instant windowStart = Instant.EPOCH;
    String node = "";
    String shelf = "";

    Key() {}

    Key(Instant windowStart, String node, String shelf) {
      this.windowStart = windowStart;
      this.node = node;
      this.shelf = shelf;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && windowStart.equals(key.windowStart)
          && node.equals(key.node)
          && shelf.equals(key.shelf);
    }

    @Override
    public int hashCode() {
      return Objects.hash(windowStart, node, shelf);
    }
  }
}
