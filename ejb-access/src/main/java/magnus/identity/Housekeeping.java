package magnus.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.AuditRepository;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.ThrottleRepository;
import magnus.persistence.identity.VisitRepository;

/** Removes what has ended, every hour; on several nodes each does, and finds less to do. */
@Singleton
@Startup
public class Housekeeping {

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration VISITS_KEPT = Duration.ofDays(400);

  @Inject SessionRepository sessions;
  @Inject ThrottleRepository attempts;
  @Inject AuditRepository entries;
  @Inject VisitRepository visits;
  @Inject AccessConfig config;
  @Inject WallClock clock;
  @Resource ManagedThreadFactory factory;

  private Rounds rounds;

  @PostConstruct
  void begin() {
    rounds = new Rounds(factory);
    rounds.every(FIRST, () -> BETWEEN, this::prune, AccessLog.LOG::notPruned);
  }

  @PreDestroy
  void end() {
    rounds.stop();
  }

  void prune() {
    Instant now = clock.instant();
    AccessLog.LOG.pruned(
        sessions.prune(now.minus(config.get(AccessSettings.SESSION_IDLE)), now),
        attempts.prune(now.minus(SignInThrottle.REMEMBERED), now),
        entries.prune(now.minus(config.get(AccessSettings.AUDIT_KEPT))),
        visits.prune(now.minus(VISITS_KEPT)));
  }
}
