package magnus.persistence.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code statement_text}. */
@Entity(name = "StatementTextRow")
@Table(name = "statement_text")
class StatementTextRow {

  @Id
  @Column(length = 16)
  String fingerprint;

  @Column(name = "statement_body", nullable = false, length = 2_000)
  String body;

  @Column(name = "first_seen", nullable = false)
  Instant firstSeen;
}
