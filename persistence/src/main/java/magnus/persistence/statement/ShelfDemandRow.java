package magnus.persistence.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code shelf_demand}. */
@Entity(name = "ShelfDemandRow")
@Table(name = "shelf_demand")
@IdClass(ShelfDemandRow.Key.class)
class ShelfDemandRow {

  @Id
  @Column(name = "week_slot")
  int slot;

  @Id
  @Column(length = 100)
  String shelf;

  @Id
  @Column(name = "entry_key", length = 500)
  String entryKey;

  @Column(name = "account_id")
  @Nullable UUID account;

  @Column(nullable = false)
  double weight;

  @Column(name = "counted_at", nullable = false)
  Instant countedAt;

  static ShelfDemandRow of(Key key, @Nullable UUID account, Instant countedAt) {
    ShelfDemandRow row = new ShelfDemandRow();
    row.slot = key.slot;
    row.shelf = key.shelf;
    row.entryKey = key.entryKey;
    row.account = account;
    row.countedAt = countedAt;
    return row;
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    int slot;
    String shelf = "";
    String entryKey = "";

    Key() {}

    Key(int slot, String shelf, String entryKey) {
      this.slot = slot;
      this.shelf = shelf;
      this.entryKey = entryKey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && slot == key.slot
          && shelf.equals(key.shelf)
          && entryKey.equals(key.entryKey);
    }

    @Override
    public int hashCode() {
      return Objects.hash(slot, shelf, entryKey);
    }
  }
}
