package magnus.persistence.receipt;

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

/** A row of {@code write_receipt}. */
@Entity(name = "WriteReceiptRow")
@Table(name = "write_receipt")
@IdClass(ReceiptRow.Key.class)
class ReceiptRow {

  @Id
  @Column(name = "owner_id")
  UUID owner;

  @Id
  @Column(name = "request_key", length = 200)
  String requestKey;

  @Column(name = "request_hash", nullable = false, length = 64)
  String requestHash;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(nullable = false)
  int status;

  @Column(length = 500)
  @Nullable String location;

  @Column(nullable = false, length = 100_000)
  String body;

  static ReceiptRow of(StoredReceipt stored) {
    ReceiptRow row = new ReceiptRow();
    row.owner = stored.owner();
    row.requestKey = stored.requestKey();
    row.requestHash = stored.requestHash();
    row.createdAt = stored.createdAt();
    row.status = stored.status();
    row.location = stored.location();
    row.body = stored.body();
    return row;
  }

  StoredReceipt toStored() {
    return new StoredReceipt(owner, requestKey, requestHash, createdAt, status, location, body);
  }

  /** The row's identity. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    UUID owner = new UUID(0, 0);
    String requestKey = "";

    Key() {}

    Key(UUID owner, String requestKey) {
      this.owner = owner;
      this.requestKey = requestKey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && owner.equals(key.owner)
          && requestKey.equals(key.requestKey);
    }

    @Override
    public int hashCode() {
      return Objects.hash(owner, requestKey);
    }
  }
}
