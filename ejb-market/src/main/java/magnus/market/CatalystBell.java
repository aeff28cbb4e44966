package magnus.market;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.Shelves;

/** Tells the cache of a catalyst when market time reaches it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalystBell {

  // The simulated market makes its history when first asked: not while the server starts.
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  // After a longer gap, which a replay that is set elsewhere makes, nothing was missed: entries
  // from before it are too old to be served or come from the future.
  private static final Duration LONGEST_GAP = Duration.ofDays(2);

  @Inject private Shelves shelves;
  @Inject private MarketMood mood;
  @Inject private MarketClock market;
  @Resource private ManagedThreadFactory factory;

  private volatile Instant told = Instant.EPOCH;
  private Rounds rounds;

  @PostConstruct
  void start() {
    told = market.instant();
    rounds = new Rounds(factory);
    rounds.every(
        FIRST, () -> BETWEEN, this::turn, e -> MarketLog.LOG.catalystsNotTold(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  private void turn() {
    Instant now = market.instant();
    Duration gap = Duration.between(told, now);
    if (!gap.isNegative() && gap.compareTo(LONGEST_GAP) < 0) {
      for (Catalyst catalyst : mood.catalysts(now)) {
        if (catalyst.at().isAfter(told) && !catalyst.at().isAfter(now)) {
          occurrence(catalyst).ifPresent(shelves::raise);
        }
      }
    }
    told = now;
  }

  private static Optional<Occurrence> occurrence(Catalyst catalyst) {
    Set<Ingredient> touched =
        Set.of(
            catalyst.symbol() == null
                ? Ingredient.WHOLE_MARKET
                : Ingredient.symbol(catalyst.symbol()));
    return kind(catalyst.kind())
        .map(
            kind ->
                new Occurrence(
                    kind,
                    touched,
                    catalyst.at(),
                    Map.of(),
                    Occurrence.BY_CALENDAR + catalyst.title()));
  }

  private static Optional<Occurrence.Kind> kind(Catalyst.Kind kind) {
    return switch (kind) {
      case EARNINGS, FDA_DECISION -> Optional.of(Occurrence.Kind.EARNINGS_RELEASE);
      case FED_MEETING -> Optional.of(Occurrence.Kind.FED_ANNOUNCEMENT);
      case OPTIONS_EXPIRATION -> Optional.of(Occurrence.Kind.OPTIONS_EXPIRATION);
      case EX_DIVIDEND -> Optional.empty();
    };
  }
}
