package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day for which there are option contracts of an underlying. */
@Entity
@Table(name = "market_option_day")
class OptionDayRow {
  /** An underlying and a day. */
  @Embeddable
  record Key(
      @Column(name = "underlying") String underlying,
      @Column(name = "chain_date") LocalDate chainDate)
      implements Serializable {}

  @EmbeddedId Key key;

  @Nullable Double spot;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
