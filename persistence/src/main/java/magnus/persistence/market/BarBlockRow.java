package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A calendar year of a daily series, packed by {@link StoredBars#pack()}. */
@Entity
@Table(name = "market_bar_block")
class BarBlockRow {
  /** A series and a year. */
  @Embeddable
  record Key(
      @Enumerated(EnumType.STRING) @Column(name = "series_kind", length = 8) SeriesKind kind,
      @Column(name = "symbol") String symbol,
      @Column(name = "bar_year") int barYear)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  int bars;

  @Column(nullable = false)
  byte[] packed;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
