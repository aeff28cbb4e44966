package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** What there is of a daily series. */
@Entity
@Table(name = "market_series")
class SeriesRow {
  /** A series by its kind and symbol. */
  @Embeddable
  record Key(
      @Enumerated(EnumType.STRING) @Column(name = "series_kind", length = 8) SeriesKind kind,
      @Column(name = "symbol") String symbol)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "first_date", nullable = false)
  LocalDate firstDate;

  @Column(name = "last_date", nullable = false)
  LocalDate lastDate;

  @Column(nullable = false)
  int bars;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
