package magnus.persistence.cache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code cache_frozen_shelf}. */
@Entity(name = "CacheFreezeRow")
@Table(name = "cache_frozen_shelf")
class FreezeRow {

  @Id
  @Column(length = 100)
  String shelf;

  @Column(nullable = false)
  long millis;

  @Column(name = "frozen_by", nullable = false, length = 100)
  String frozenBy;

  @Column(name = "frozen_at", nullable = false)
  Instant frozenAt;

  static FreezeRow of(StoredFreeze stored) {
    FreezeRow row = new FreezeRow();
    row.shelf = stored.shelf();
    row.millis = stored.millis();
    row.frozenBy = stored.frozenBy();
    row.frozenAt = stored.frozenAt();
    return row;
  }

  StoredFreeze toStored() {
    return new StoredFreeze(shelf, millis, frozenBy, frozenAt);
  }
}
