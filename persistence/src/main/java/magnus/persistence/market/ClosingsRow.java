package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The row of {@code market_closing}, where there is one. */
@Entity(name = "MarketClosingRow")
@Table(name = "market_closing")
class ClosingsRow {

  static final int ONLY = 1;

  @Id int id;

  @Column(name = "data_version", nullable = false)
  long version;

  @Column(name = "known_date", nullable = false)
  LocalDate known;

  @Column(nullable = false)
  int symbols;

  @Column(name = "made_at", nullable = false)
  Instant madeAt;

  @Column(name = "made_millis", nullable = false)
  double millis;

  @Column(name = "made_statements", nullable = false)
  int statements;
}
