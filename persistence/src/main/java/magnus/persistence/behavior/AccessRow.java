package magnus.persistence.behavior;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code symbol_access_log}. */
@Entity(name = "SymbolAccessRow")
@Table(name = "symbol_access_log")
class AccessRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "accessed_at", nullable = false)
  Instant accessedAt;

  @Column(name = "written_at", nullable = false)
  Instant writtenAt;

  @Column(nullable = false, length = 40)
  String symbol;

  @Column(name = "user_action", nullable = false, length = 20)
  String action;

  @Column(nullable = false, length = 200)
  String page;

  @Column(name = "market_state", nullable = false, length = 20)
  String marketState;

  @Column(nullable = false, length = 100)
  String portfolio;

  static AccessRow of(StoredAccess stored) {
    AccessRow row = new AccessRow();
    row.account = stored.account();
    row.accessedAt = stored.accessedAt();
    row.writtenAt = stored.writtenAt();
    row.symbol = stored.symbol();
    row.action = stored.action();
    row.page = stored.page();
    row.marketState = stored.marketState();
    row.portfolio = stored.portfolio();
    return row;
  }

  StoredAccess toStored() {
    return new StoredAccess(
        id == null ? 0 : id,
        account,
        accessedAt,
        writtenAt,
        symbol,
        action,
        page,
        marketState,
        portfolio);
  }
}
