package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A row of {@code market_closing_price}; prices as texts, since their scale is told to callers. */
@Entity(name = "MarketClosingPriceRow")
@Table(name = "market_closing_price")
class ClosingRow {

  @Id
  @Column(length = 32)
  String symbol;

  @Column(name = "last_price", nullable = false, length = 60)
  String last;

  @Column(name = "previous_close", nullable = false, length = 60)
  String previous;

  @Column(nullable = false)
  long volume;

  @Column(name = "bar_at", nullable = false)
  Instant at;

  static ClosingRow of(StoredClosing closing) {
    ClosingRow row = new ClosingRow();
    row.symbol = closing.symbol();
    row.last = closing.last().toString();
    row.previous = closing.previousClose().toString();
    row.volume = closing.volume();
    row.at = closing.at();
    return row;
  }

  StoredClosing toStored() {
    return new StoredClosing(symbol, new BigDecimal(last), new BigDecimal(previous), volume, at);
  }
}
