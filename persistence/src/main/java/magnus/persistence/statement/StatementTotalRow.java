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

/** A row of {@code statement_total}. */
@Entity(name = "StatementTotalRow")
@Table(name = "statement_total")
@IdClass(StatementTotalRow.Key.class)
class StatementTotalRow {

  @Id
  @Column(name = "window_start")
  Instant windowStart;

  @Id
  @Column(name = "node_name", length = 100)
  String node;

  @Column(nullable = false)
  long executions;

  @Column(name = "total_nanos", nullable = false)
  long totalNanos;

  static StatementTotalRow of(Instant window, String node) {
    StatementTotalRow row = new StatementTotalRow();
    row.windowStart = window;
    row.node = node;
    return row;
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    Instant windowStart = Instant.EPOCH;
    String node = "";

    Key() {}

    Key(Instant windowStart, String node) {
      this.windowStart = windowStart;
      this.node = node;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && windowStart.equals(key.windowStart)
          && node.equals(key.node);
    }

    @Override
    public int hashCode() {
      return Objects.hash(windowStart, node);
    }
  }
}
