package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** The contracts of one underlying, day and expiry, packed by {@link ContractBlock#pack()}. */
@Entity
@Table(name = "market_option_block")
class OptionBlockRow {
  /** An underlying, a day and an expiry. */
  @Embeddable
  record Key(
      @Column(name = "underlying") String underlying,
      @Column(name = "chain_date") LocalDate chainDate,
      @Column(name = "expiry") LocalDate expiry)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  int contracts;

  @Column(nullable = false)
  byte[] packed;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
