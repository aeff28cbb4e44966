package magnus.persistence.cache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code cache_occurrence}. */
@Entity(name = "CacheOccurrenceRow")
@Table(name = "cache_occurrence")
class OccurrenceRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(nullable = false, length = 64)
  String fingerprint;

  @Column(nullable = false, length = 40)
  String kind;

  @Column(nullable = false, length = 2_000)
  String touched;

  @Column(name = "market_at", nullable = false)
  Instant marketAt;

  @Column(name = "told_at", nullable = false)
  Instant toldAt;

  @Column(name = "raised_by", nullable = false, length = 300)
  String raisedBy;

  @Column(nullable = false, length = 100)
  String node;

  @Column(nullable = false, length = 1_000)
  String figures;

  @Column(name = "touched_count", nullable = false)
  int touchedCount;

  @Column(name = "dropped_count", nullable = false)
  int droppedCount;

  @Column(name = "took_millis", nullable = false)
  double tookMillis;

  @Column(nullable = false, length = 4_000)
  String reach;

  static OccurrenceRow of(StoredOccurrence stored) {
    OccurrenceRow row = new OccurrenceRow();
    row.fingerprint = stored.fingerprint();
    row.kind = stored.kind();
    row.touched = stored.touched();
    row.marketAt = stored.marketAt();
    row.toldAt = stored.toldAt();
    row.raisedBy = stored.raisedBy();
    row.figures = stored.figures();
    row.reached(stored);
    return row;
  }

  /** Takes over what it reached as another node tells it. */
  final void reached(StoredOccurrence stored) {
    node = stored.node();
    touchedCount = stored.touchedCount();
    droppedCount = stored.droppedCount();
    tookMillis = stored.tookMillis();
    reach = stored.reach();
  }

  StoredOccurrence toStored() {
    return new StoredOccurrence(
        id == null ? 0 : id,
        fingerprint,
        kind,
        touched,
        marketAt,
        toldAt,
        raisedBy,
        node,
        figures,
        touchedCount,
        droppedCount,
        tookMillis,
        reach);
  }
}
