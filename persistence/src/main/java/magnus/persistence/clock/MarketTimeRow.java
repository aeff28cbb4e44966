package magnus.persistence.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row of {@code market_clock}. */
@Entity
@Table(name = "market_clock")
class MarketTimeRow {

  static final int ONLY = 1;

  @Id int id;

  @Enumerated(EnumType.STRING)
  @Column(name = "clock_mode", nullable = false, length = 8)
  MarketTime.Mode mode;

  @Column(name = "market_anchor", nullable = false)
  Instant marketAnchor;

  @Column(name = "wall_anchor", nullable = false)
  Instant wallAnchor;

  @Column(nullable = false)
  double speed;

  static MarketTimeRow live() {
    MarketTime live = MarketTime.live();
    MarketTimeRow row = new MarketTimeRow();
    row.id = ONLY;
    row.mode = live.mode();
    row.marketAnchor = live.marketAnchor();
    row.wallAnchor = live.wallAnchor();
    row.speed = live.speed();
    return row;
  }

  MarketTime toMarketTime() {
    return new MarketTime(mode, marketAnchor, wallAnchor, speed);
  }
}
