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

/** A row of {@code user_navigation_log}. */
@Entity(name = "NavigationRow")
@Table(name = "user_navigation_log")
class VisitRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  UUID account;

  @Column(name = "visited_at", nullable = false)
  Instant visitedAt;

  @Column(name = "written_at", nullable = false)
  Instant writtenAt;

  @Column(nullable = false, length = 100)
  String page;

  @Column(nullable = false, length = 100)
  String instance;

  @Column(name = "came_from", nullable = false, length = 200)
  String cameFrom;

  @Column(name = "user_action", nullable = false, length = 20)
  String action;

  @Column(name = "duration_millis")
  @Nullable Integer durationMillis;

  @Column(name = "load_millis")
  @Nullable Integer loadMillis;

  @Nullable Boolean warm;

  @Column(nullable = false)
  boolean ahead;

  @Column(name = "market_state", nullable = false, length = 20)
  String marketState;

  @Column(nullable = false, length = 100)
  String portfolio;

  @Column(nullable = false, length = 200)
  String referrer;

  @Column(nullable = false, length = 200)
  String held;

  @Column(name = "source_calls")
  @Nullable Integer sourceCalls;

  @Column(name = "ahead_calls", nullable = false)
  double aheadCalls;

  static VisitRow of(StoredVisit stored) {
    VisitRow row = new VisitRow();
    row.account = stored.account();
    row.visitedAt = stored.visitedAt();
    row.writtenAt = stored.writtenAt();
    row.page = stored.page();
    row.instance = stored.instance();
    row.cameFrom = stored.cameFrom();
    row.action = stored.action();
    row.durationMillis = stored.durationMillis();
    row.loadMillis = stored.loadMillis();
    row.warm = stored.warm();
    row.ahead = stored.ahead();
    row.marketState = stored.marketState();
    row.portfolio = stored.portfolio();
    row.referrer = stored.referrer();
    row.held = stored.held();
    row.sourceCalls = stored.sourceCalls();
    row.aheadCalls = stored.aheadCalls();
    return row;
  }

  StoredVisit toStored() {
    return new StoredVisit(
        id == null ? 0 : id,
        account,
        visitedAt,
        writtenAt,
        page,
        instance,
        cameFrom,
        action,
        durationMillis,
        loadMillis,
        warm,
        ahead,
        marketState,
        portfolio,
        referrer,
        held,
        sourceCalls,
        aheadCalls);
  }
}
