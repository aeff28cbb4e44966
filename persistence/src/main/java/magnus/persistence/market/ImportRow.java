package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that was imported. */
@Entity
@Table(name = "market_import")
class ImportRow {
  @Id UUID id;

  @Column(name = "imported_at", nullable = false)
  Instant importedAt;

  @Column(name = "imported_by", nullable = false)
  String importedBy;

  @Column(length = 200)
  @Nullable String idempotency;

  @Column(name = "file_name", nullable = false)
  String fileName;

  @Column(nullable = false)
  String kind;

  @Column(name = "bytes_read", nullable = false)
  long bytesRead;

  @Column(name = "rows_read", nullable = false)
  long rowsRead;

  @Column(nullable = false)
  int symbols;

  @Column(name = "first_date")
  @Nullable LocalDate firstDate;

  @Column(name = "last_date")
  @Nullable LocalDate lastDate;

  @Column(nullable = false)
  double seconds;

  /** Sentences, one a line. */
  @Column(nullable = false, columnDefinition = "text")
  String notes;

  StoredImport toImport() {
    return new StoredImport(
        id,
        importedAt,
        importedBy,
        idempotency,
        fileName,
        kind,
        bytesRead,
        rowsRead,
        symbols,
        firstDate,
        lastDate,
        seconds,
        notes.isEmpty() ? List.of() : List.of(notes.split("\n")));
  }
}
