package magnus.persistence.cache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code cache_opening_habit}. */
@Entity(name = "CacheHabitRow")
@Table(name = "cache_opening_habit")
@IdClass(HabitRow.Key.class)
class HabitRow {

  @Id
  @Column(length = 100)
  String shelf;

  @Id
  @Column(name = "entry_key", length = 500)
  String entryKey;

  @Column(nullable = false)
  double weight;

  @Column(name = "load_millis", nullable = false)
  double loadMillis;

  @Column(name = "session_date", nullable = false)
  LocalDate session;

  static HabitRow of(StoredHabit stored) {
    HabitRow row = new HabitRow();
    row.shelf = stored.shelf();
    row.entryKey = stored.key();
    row.weight = stored.weight();
    row.loadMillis = stored.loadMillis();
    row.session = stored.session();
    return row;
  }

  StoredHabit toStored() {
    return new StoredHabit(shelf, entryKey, weight, loadMillis, session);
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    String shelf = "";
    String entryKey = "";

    Key() {}

    Key(String shelf, String entryKey) {
      this.shelf = shelf;
      this.entryKey = entryKey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && shelf.equals(key.shelf) && entryKey.equals(key.entryKey);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shelf, entryKey);
    }
  }
}
