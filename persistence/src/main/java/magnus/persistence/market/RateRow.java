package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** An annual rate as a fraction, in force from its date on. */
@Entity
@Table(name = "market_rate")
class RateRow {
  /** A rate and the date from which it counts. */
  @Embeddable
  record Key(
      @Column(name = "rate_name") String rateName, @Column(name = "rate_date") LocalDate rateDate)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  double rate;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
