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

/** A row of {@code statement_forecast_line}. */
@Entity(name = "StatementForecastLineRow")
@Table(name = "statement_forecast_line")
@IdClass(ForecastLineRow.Key.class)
class ForecastLineRow {

  @Id
  @Column(name = "window_start")
  Instant windowStart;

  @Id
  @Column(length = 16)
  String fingerprint;

  @Id
  @Column(length = 100)
  String shelf;

  @Column(name = "expected_count", nullable = false)
  double count;

  @Column(name = "expected_millis", nullable = false)
  double millis;

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    Instant windowStart = Instant.EPOCH;
    String fingerprint = "";
    String shelf = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && windowStart.equals(key.windowStart)
          && fingerprint.equals(key.fingerprint)
          && shelf.equals(key.shelf);
    }

    @Override
    public int hashCode() {
      return Objects.hash(windowStart, fingerprint, shelf);
    }
  }
}
