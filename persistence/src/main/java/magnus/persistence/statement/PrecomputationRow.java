package magnus.persistence.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code query_precomputation}. */
@Entity(name = "QueryPrecomputationRow")
@Table(name = "query_precomputation")
class PrecomputationRow {

  @Id UUID id;

  @Column(name = "window_start", nullable = false)
  Instant windowStart;

  @Column(name = "turn_name", nullable = false, length = 60)
  String turn;

  @Column(name = "claimed_at", nullable = false)
  Instant claimedAt;

  @Column(nullable = false, columnDefinition = "text")
  String report;
}
