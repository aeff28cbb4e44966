package magnus.persistence.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of {@code alert_turn}. */
@Entity(name = "AlertTurnRow")
@Table(name = "alert_turn")
class TurnRow {

  @Id int id;

  @Column(nullable = false, length = 100)
  String node;

  @Column(name = "held_until", nullable = false)
  Instant heldUntil;
}
