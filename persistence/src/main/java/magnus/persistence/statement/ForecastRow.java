package magnus.persistence.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code statement_forecast}. */
@Entity(name = "StatementForecastRow")
@Table(name = "statement_forecast")
class ForecastRow {

  @Id
  @Column(name = "window_start")
  Instant windowStart;

  @Column(name = "from_windows", nullable = false)
  int fromWindows;

  @Column(nullable = false)
  double expected;

  @Column(name = "made_at", nullable = false)
  Instant madeAt;
}
