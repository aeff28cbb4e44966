package magnus.persistence.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code portfolio_import}. */
@Entity(name = "PortfolioImportRow")
@Table(name = "portfolio_import")
class ImportRow {

  @Id UUID id;

  @Column(name = "portfolio_id", nullable = false)
  UUID portfolio;

  @Column(name = "file_format", nullable = false, length = 40)
  String format;

  @Column(name = "file_name", nullable = false)
  String fileName;

  @Column(name = "file_hash", nullable = false, length = 64)
  String fileHash;

  @Column(name = "account_label", length = 120)
  @Nullable String account;

  @Column(name = "imported_at", nullable = false)
  Instant importedAt;

  int imported;
  int duplicates;
  int ignored;

  static ImportRow of(UUID portfolio, StoredImport stored) {
    ImportRow row = new ImportRow();
    row.id = stored.id();
    row.portfolio = portfolio;
    row.format = stored.format();
    row.fileName = stored.fileName();
    row.fileHash = stored.fileHash();
    row.account = stored.account();
    row.importedAt = stored.importedAt();
    row.imported = stored.imported();
    row.duplicates = stored.duplicates();
    row.ignored = stored.ignored();
    return row;
  }

  StoredImport toStored() {
    return new StoredImport(
        id, format, fileName, fileHash, account, importedAt, imported, duplicates, ignored);
  }
}
