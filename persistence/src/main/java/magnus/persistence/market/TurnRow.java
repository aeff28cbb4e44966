package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Held while a file is being imported, and counted up with each. */
@Entity(name = "MarketTurnRow")
@Table(name = "market_import_turn")
class TurnRow {
  static final int ONLY = 1;

  @Id int id;

  @Column(name = "data_version", nullable = false)
  long version;
}
