package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A split or a cash dividend. */
@Entity
@Table(name = "market_corporate_action")
class CorporateActionRow {
  /** Whose, when, and what. */
  @Embeddable
  record Key(
      @Column(name = "symbol") String symbol,
      @Column(name = "ex_date") LocalDate exDate,
      @Column(name = "action_kind") String actionKind)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false, precision = 24, scale = 12)
  BigDecimal amount;

  @Column(name = "announced_on")
  @Nullable LocalDate announcedOn;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
