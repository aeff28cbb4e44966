package magnus.persistence.cache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code cache_warming}. */
@Entity(name = "CacheWarmingRow")
@Table(name = "cache_warming")
class WarmingRow {

  @Id UUID id;

  @Column(name = "session_date", nullable = false)
  LocalDate session;

  @Column(name = "turn_name", nullable = false, length = 60)
  String turn;

  @Column(name = "claimed_at", nullable = false)
  Instant claimedAt;

  @Column(nullable = false, length = 100_000)
  String report;
}
