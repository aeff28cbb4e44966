package magnus.persistence.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code alert_state}. */
@Entity(name = "AlertStateRow")
@Table(name = "alert_state")
class StateRow {

  /** Which rule, about what. */
  @Embeddable
  record Key(@Column(name = "rule_id") UUID rule, @Column(length = 100) String subject)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  boolean armed;

  @Column(name = "fired_at", nullable = false)
  Instant firedAt;
}
