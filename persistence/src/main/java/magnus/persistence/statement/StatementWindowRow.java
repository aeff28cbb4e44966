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

/** A row of {@code statement_window}. */
@Entity(name = "StatementWindowRow")
@Table(name = "statement_window")
@IdClass(StatementWindowRow.Key.class)
class StatementWindowRow {

  @Id
  @Column(name = "window_start")
  Instant windowStart;

  @Id
  @Column(name = "node_name", length = 100)
  String node;

  @Id
  @Column(length = 16)
  String fingerprint;

  @Id
  @Column(length = 40)
  String cohort;

  @Id
  @Column(length = 100)
  String shelf;

  @Column(nullable = false)
  long executions;

  @Column(name = "total_nanos", nullable = false)
  long totalNanos;

  @Column(name = "longest_nanos", nullable = false)
  long longestNanos;

  static StatementWindowRow of(Key key) {
    StatementWindowRow row = new StatementWindowRow();
    row.windowStart = key.windowStart;
    row.node = key.node;
    row.fingerprint = key.fingerprint;
    row.cohort = key.cohort;
    row.shelf = key.shelf;
    return row;
  }

  Key key() {
    return new Key(windowStart, node, fingerprint, cohort, shelf);
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    Instant windowStart = Instant.EPOCH;
    String node = "";
    String fingerprint = "";
    String cohort = "";
    String shelf = "";

    Key() {}

    Key(Instant windowStart, String node, String fingerprint, String cohort, String shelf) {
      this.windowStart = windowStart;
      this.node = node;
      this.fingerprint = fingerprint;
      this.cohort = cohort;
      this.shelf = shelf;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && windowStart.equals(key.windowStart)
          && node.equals(key.node)
          && fingerprint.equals(key.fingerprint)
          && cohort.equals(key.cohort)
          && shelf.equals(key.shelf);
    }

    @Override
    public int hashCode() {
      return Objects.hash(windowStart, node, fingerprint, cohort, shelf);
    }
  }
}
