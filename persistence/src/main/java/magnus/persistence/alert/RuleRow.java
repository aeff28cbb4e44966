package magnus.persistence.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert_rule}. */
@Entity(name = "AlertRuleRow")
@Table(name = "alert_rule")
class RuleRow {

  @Id UUID id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(nullable = false, length = 30)
  String kind;

  @Column(name = "portfolio_id")
  @Nullable UUID portfolio;

  @Column(length = 40)
  @Nullable String symbol;

  @Column(nullable = false)
  double threshold;

  @Column(name = "cool_seconds", nullable = false)
  long coolSeconds;

  @Column(nullable = false)
  boolean enabled;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  void take(StoredRule stored) {
    id = stored.id();
    account = stored.account();
    kind = stored.kind();
    portfolio = stored.portfolio();
    symbol = stored.symbol();
    threshold = stored.threshold();
    coolSeconds = stored.coolSeconds();
    enabled = stored.enabled();
    createdAt = stored.createdAt();
  }

  StoredRule toStored() {
    return new StoredRule(
        id, account, kind, portfolio, symbol, threshold, coolSeconds, enabled, createdAt);
  }
}
