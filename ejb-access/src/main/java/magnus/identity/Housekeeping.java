package magnus.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Instant;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.AuditRepository;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.ThrottleRepository;

/** Removes what has ended, every hour; any node may. */
@Singleton
public class Housekeeping {

  @Inject SessionRepository sessions;
  @Inject ThrottleRepository attempts;
  @Inject AuditRepository entries;
  @Inject AccessConfig config;
  @Inject WallClock clock;

  @Schedule(hour = "*", minute = "17", persistent = false)
  public void prune() {
    Instant now = clock.instant();
    AccessLog.LOG.pruned(
        sessions.prune(now.minus(config.get(AccessSettings.SESSION_IDLE)), now),
        attempts.prune(now.minus(AttemptCounter.REMEMBERED), now),
        entries.prune(now.minus(config.get(AccessSettings.AUDIT_KEPT))));
  }
}
