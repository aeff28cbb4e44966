package magnus.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.AuditRepository;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.ThrottleRepository;
import org.jspecify.annotations.Nullable;

/** Removes what has ended, every hour; on several nodes each does, and finds less to do. */
@Singleton
@Startup
public class Housekeeping {

  @Inject SessionRepository sessions;
  @Inject ThrottleRepository attempts;
  @Inject AuditRepository entries;
  @Inject AccessConfig config;
  @Inject WallClock clock;
  @Resource ManagedScheduledExecutorService executor;

  private @Nullable Future<?> running;

  @PostConstruct
  void begin() {
    running = executor.scheduleWithFixedDelay(this::pruneOrTell, 10, 60, TimeUnit.MINUTES);
  }

  @PreDestroy
  void end() {
    if (running != null) {
      running.cancel(false);
    }
  }

  private void pruneOrTell() {
    try {
      prune();
    } catch (RuntimeException e) {
      // A thrown exception would end the schedule; the next hour may be better.
      AccessLog.LOG.notPruned(e);
    }
  }

  void prune() {
    Instant now = clock.instant();
    AccessLog.LOG.pruned(
        sessions.prune(now.minus(config.get(AccessSettings.SESSION_IDLE)), now),
        attempts.prune(now.minus(SignInThrottle.REMEMBERED), now),
        entries.prune(now.minus(config.get(AccessSettings.AUDIT_KEPT))));
  }
}
