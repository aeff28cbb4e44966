package magnus.alerts;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.market.QuoteSeen;
import magnus.persistence.alert.AlertRepository;
import magnus.persistence.alert.StoredRule;
import magnus.portfolio.PortfolioChanged;

/**
 * Has rules looked at: all of them by the clock, on the one node that has the turn; those about a
 * symbol when its price comes in, and those about a portfolio when it changes, where that happens.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertWatch {

  // The simulated market makes its history when first asked: not while the server starts.
  private static final Duration FIRST = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofSeconds(15);
  private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
  private static final Duration HELD = Duration.ofSeconds(50);
  private static final Duration KEPT = Duration.ofDays(365);

  @Inject private AlertRepository rows;
  @EJB private AlertDesk desk;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final String node =
      Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node");
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
  private volatile Set<String> watched = Set.of();
  private volatile Set<UUID> watchedPortfolios = Set.of();
  private Rounds rounds;

  @PostConstruct
  void start() {
    rounds = new Rounds(factory);
    rounds.every(FIRST, () -> BETWEEN, this::turn, e -> AlertLog.LOG.notLookedAt(e.toString()));
    rounds.every(
        FIRST, () -> BETWEEN_EVENTS, this::events, e -> AlertLog.LOG.notLookedAt(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /** Remembers that a price came, if a rule is about it. */
  public void priced(@Observes QuoteSeen quote) {
    if (watched.contains(quote.symbol())) {
      seen.add(quote.symbol());
    }
  }

  /** Remembers that a portfolio changed, if a rule is about it. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PortfolioChanged change) {
    if (watchedPortfolios.contains(change.portfolio())) {
      changed.add(change.portfolio());
    }
  }

  private void turn() {
    List<StoredRule> rules = rows.enabled();
    watched =
        rules.stream()
            .map(StoredRule::symbol)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    watchedPortfolios =
        rules.stream()
            .map(StoredRule::portfolio)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    Instant now = wall.instant();
    if (!rules.isEmpty() && rows.turn(node, now, now.plus(HELD))) {
      desk.look(rules);
      rows.prune(now.minus(KEPT));
    }
  }

  private void events() {
    Set<String> symbols = taken(seen);
    Set<UUID> portfolios = taken(changed);
    if (symbols.isEmpty() && portfolios.isEmpty()) {
      return;
    }
    desk.look(
        rows.enabled().stream()
            .filter(
                r ->
                    (r.symbol() != null && symbols.contains(r.symbol()))
                        || (r.portfolio() != null && portfolios.contains(r.portfolio())))
            .toList());
  }

  private static <T> Set<T> taken(Set<T> pending) {
    Set<T> now = new HashSet<>(pending);
    pending.removeAll(now);
    return now;
  }
}
