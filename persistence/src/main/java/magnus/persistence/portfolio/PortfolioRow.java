package magnus.persistence.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code portfolio}. */
@Entity
@Table(name = "portfolio")
class PortfolioRow {

  @Id UUID id;

  @Column(name = "owner_id", nullable = false, updatable = false)
  UUID owner;

  @Column(nullable = false, length = 100)
  String name;

  @Column(nullable = false, length = 3)
  String currency;

  @Column(name = "lot_method", nullable = false, length = 8)
  String lotMethod;

  @Column(name = "tax_treatment", nullable = false, length = 12)
  String taxTreatment;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "next_number", nullable = false)
  long nextNumber;

  /**
   * Counted by hand, since appending moves {@link #nextNumber} and is no change of the portfolio's
   * own.
   */
  @Column(nullable = false)
  int version;

  StoredPortfolio toStored() {
    return new StoredPortfolio(
        id, owner, name, currency, lotMethod, taxTreatment, createdAt, version);
  }
}
