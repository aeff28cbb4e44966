package magnus.alerts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.persistence.alert.AlertRepository;
import magnus.persistence.alert.StoredNotice;
import magnus.persistence.alert.StoredRule;
import magnus.portfolio.Portfolios;
import org.jspecify.annotations.Nullable;

/** A user's rules and what they told him. What is another's does not exist for him. */
@Stateless
public class Alerts {

  private static final int MOST_RULES = 100;
  private static final long LONGEST_COOLING = 43_200;

  @Inject private AlertRepository rows;
  @EJB private Portfolios portfolios;
  @Inject private MarketData market;
  @Inject private WallClock wall;
  @Inject private MarketClock clock;

  /** The caller's rules, the oldest first. */
  public List<AlertRule> rules(Caller caller) {
    return rows.rules(caller.id()).stream().map(this::view).toList();
  }

  private AlertRule view(StoredRule rule) {
    AlertKind kind = AlertKind.valueOf(rule.kind());
    return new AlertRule(
        rule.id(),
        kind,
        rule.portfolio(),
        rule.symbol(),
        rule.threshold(),
        rule.coolSeconds() / 60,
        rule.enabled(),
        rule.createdAt(),
        AlertWords.rule(kind, rule.symbol(), rule.threshold()),
        rows.disarmed(rule.id()));
  }

  /**
   * Makes a rule.
   *
   * @throws Refusal MALFORMED for a threshold or a cooling time that cannot be, UNKNOWN for a
   *     symbol or portfolio that the caller cannot see, CONFLICT beyond a hundred rules
   */
  public AlertRule add(Caller caller, AlertWish wish) {
    if (rows.rules(caller.id()).size() >= MOST_RULES) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "too-many-rules",
          "You have " + MOST_RULES + " rules already; delete one first.");
    }
    return keep(caller, UUID.randomUUID(), wish, wall.instant());
  }

  /** Replaces a rule; it may tell anew. */
  public AlertRule replace(Caller caller, UUID id, AlertWish wish) {
    StoredRule before = stored(caller, id);
    return keep(caller, id, wish, before.createdAt());
  }

  private AlertRule keep(Caller caller, UUID id, AlertWish wish, Instant created) {
    AlertKind kind = wish.kind();
    if (!kind.allows(wish.threshold())) {
      throw Refusal.malformed("threshold", wish.threshold(), kind.expected());
    }
    if (wish.coolMinutes() < 0 || wish.coolMinutes() > LONGEST_COOLING) {
      throw Refusal.malformed(
          "coolMinutes", wish.coolMinutes(), "a whole number from 0 to " + LONGEST_COOLING);
    }
    boolean ofSymbol = kind.about() == AlertKind.About.SYMBOL;
    StoredRule rule =
        new StoredRule(
            id,
            caller.id(),
            kind.name(),
            ofSymbol ? null : portfolio(caller, wish.portfolio()),
            ofSymbol ? symbol(wish.symbol()) : null,
            wish.threshold(),
            wish.coolMinutes() * 60,
            wish.enabled(),
            created);
    rows.put(rule);
    return view(rule);
  }

  private UUID portfolio(Caller caller, @Nullable UUID id) {
    if (id == null) {
      throw Refusal.malformed("portfolio", "", "the id of a portfolio");
    }
    return portfolios.get(caller, id).id();
  }

  private String symbol(@Nullable String symbol) {
    if (symbol == null || symbol.isBlank()) {
      throw Refusal.malformed("symbol", "", "a symbol");
    }
    return market
        .findInstrument(symbol.strip().toUpperCase(java.util.Locale.ROOT), clock.instant())
        .orElseThrow(() -> Refusal.unknown("symbol", symbol))
        .symbol();
  }

  private StoredRule stored(Caller caller, UUID id) {
    return rows.rule(caller.id(), id).orElseThrow(() -> Refusal.unknown("alert-rule", id));
  }

  /** One rule. */
  public AlertRule rule(Caller caller, UUID id) {
    return view(stored(caller, id));
  }

  /** Removes a rule; what it told stays. */
  public void remove(Caller caller, UUID id) {
    if (!rows.remove(caller.id(), id)) {
      throw Refusal.unknown("alert-rule", id);
    }
  }

  /**
   * What the caller was told.
   *
   * @param before cursor; null for the newest
   */
  public AlertPage notices(Caller caller, boolean unreadOnly, @Nullable Instant before, int limit) {
    List<StoredNotice> found = rows.notices(caller.id(), unreadOnly, before, limit + 1);
    boolean more = found.size() > limit;
    List<StoredNotice> page = more ? found.subList(0, limit) : found;
    return new AlertPage(
        page.stream().map(Alerts::view).toList(),
        rows.unread(caller.id()),
        more ? page.get(page.size() - 1).raisedAt() : null);
  }

  private static AlertNotice view(StoredNotice notice) {
    return new AlertNotice(
        notice.id(),
        notice.rule(),
        AlertKind.valueOf(notice.kind()),
        notice.subject(),
        notice.title(),
        notice.body(),
        notice.figure(),
        notice.threshold(),
        notice.marketAt(),
        notice.raisedAt(),
        notice.acknowledgedAt());
  }

  /** How many the caller has not seen. */
  public long unread(Caller caller) {
    return rows.unread(caller.id());
  }

  /** Notes that the caller has seen one. */
  public void acknowledge(Caller caller, UUID id) {
    if (!rows.acknowledge(caller.id(), id, wall.instant())) {
      throw Refusal.unknown("alert", id);
    }
  }

  /** The same for all. */
  public void acknowledgeAll(Caller caller) {
    rows.acknowledgeAll(caller.id(), wall.instant());
  }
}
