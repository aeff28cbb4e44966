package magnus.persistence.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code account_visit}. */
@Entity(name = "AccountVisitRow")
@Table(name = "account_visit")
class VisitRow {

  @Id UUID id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "session_id", nullable = false)
  UUID session;

  @Column(name = "started_at", nullable = false)
  Instant startedAt;

  @Column(name = "ended_at", nullable = false)
  Instant endedAt;
}
