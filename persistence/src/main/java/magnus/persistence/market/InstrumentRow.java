package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What trades. */
@Entity
@Table(name = "market_instrument")
class InstrumentRow {
  @Id String symbol;

  @Column(nullable = false)
  String name;

  @Column(nullable = false)
  String sector;

  @Column(nullable = false)
  String industry;

  @Column(nullable = false)
  String kind;

  @Column(name = "import_id", nullable = false)
  UUID importId;
}
