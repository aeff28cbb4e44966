package magnus.persistence.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert_notice}. */
@Entity(name = "AlertNoticeRow")
@Table(name = "alert_notice")
class NoticeRow {

  @Id UUID id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "rule_id", nullable = false)
  UUID rule;

  @Column(nullable = false, length = 30)
  String kind;

  @Column(nullable = false, length = 100)
  String subject;

  @Column(nullable = false, length = 300)
  String title;

  @Column(nullable = false, length = 1000)
  String body;

  @Column(nullable = false)
  double figure;

  @Column(nullable = false)
  double threshold;

  @Column(name = "market_at", nullable = false)
  Instant marketAt;

  @Column(name = "raised_at", nullable = false)
  Instant raisedAt;

  @Column(name = "acknowledged_at")
  @Nullable Instant acknowledgedAt;

  static NoticeRow of(StoredNotice stored) {
    NoticeRow row = new NoticeRow();
    row.id = stored.id();
    row.account = stored.account();
    row.rule = stored.rule();
    row.kind = stored.kind();
    row.subject = stored.subject();
    row.title = stored.title();
    row.body = stored.body();
    row.figure = stored.figure();
    row.threshold = stored.threshold();
    row.marketAt = stored.marketAt();
    row.raisedAt = stored.raisedAt();
    row.acknowledgedAt = stored.acknowledgedAt();
    return row;
  }

  StoredNotice toStored() {
    return new StoredNotice(
        id,
        account,
        rule,
        kind,
        subject,
        title,
        body,
        figure,
        threshold,
        marketAt,
        raisedAt,
        acknowledgedAt);
  }
}
