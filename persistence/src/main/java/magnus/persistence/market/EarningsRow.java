package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An earnings report. */
@Entity
@Table(name = "market_earnings")
class EarningsRow {
  /** Whose report, and when. */
  @Embeddable
  record Key(
      @Column(name = "symbol") String symbol, @Column(name = "report_date") LocalDate reportDate)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  String name;

  @Column(name = "fiscal_end")
  @Nullable LocalDate fiscalEnd;

  @Column(precision = 18, scale = 6)
  @Nullable BigDecimal estimate;

  @Column(nullable = false, length = 3)
  String currency;

  @Enumerated(EnumType.STRING)
  @Column(name = "report_hour", nullable = false, length = 8)
  StoredEarnings.Hour reportHour;

  @Column(name = "announced_on")
  @Nullable LocalDate announcedOn;

  @Column(name = "import_id", nullable = false)
  UUID importId;

  StoredEarnings toEarnings() {
    return new StoredEarnings(
        key.symbol(),
        key.reportDate(),
        name,
        fiscalEnd,
        estimate,
        currency,
        reportHour,
        announcedOn);
  }
}
