package magnus.persistence.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import magnus.basics.time.MarketClock;
import magnus.basics.time.WallClock;
import magnus.persistence.PersistenceLog;

/**
 * Market time by the shared row, which is read again at most once a second: a change on one node is
 * seen by every other within a second, and on its own node at once. While the database does not
 * answer, the last setting known stays in force.
 */
@ApplicationScoped
public class SharedMarketClock implements MarketClock {

  static final Duration REREAD_AFTER = Duration.ofSeconds(1);

  private record Known(MarketTime time, Instant readAt) {}

  private final AtomicReference<Known> known = new AtomicReference<>();
  private final Supplier<MarketTime> row;
  private final WallClock wall;

  /** For the container's proxy. */
  protected SharedMarketClock() {
    this(
        MarketTime::live,
        () -> {
          throw new IllegalStateException("the container's proxy has no time");
        });
  }

  @Inject
  SharedMarketClock(MarketTimes times, WallClock wall) {
    this(times::current, wall);
  }

  SharedMarketClock(Supplier<MarketTime> row, WallClock wall) {
    this.row = row;
    this.wall = wall;
  }

  @Override
  public Instant instant() {
    Instant now = wall.instant();
    return setting(now).at(now);
  }

  /** The setting in force. */
  public MarketTime setting() {
    return setting(wall.instant());
  }

  /** Counts at once on this node; the row must have been written before. */
  public void changed(MarketTime time) {
    known.set(new Known(time, wall.instant()));
  }

  private MarketTime setting(Instant now) {
    Known last = known.get();
    if (last != null && isFresh(last, now)) {
      return last.time();
    }
    if (last != null && !known.compareAndSet(last, new Known(last.time(), now))) {
      return last.time(); // another thread is reading it now
    }
    MarketTime read;
    try {
      read = row.get();
    } catch (RuntimeException e) {
      if (last == null) {
        throw e;
      }
      PersistenceLog.LOG.marketClockUnread(e.toString());
      return last.time();
    }
    known.set(new Known(read, now));
    return read;
  }

  private static boolean isFresh(Known last, Instant now) {
    Duration age = Duration.between(last.readAt(), now);
    return !age.isNegative() && age.compareTo(REREAD_AFTER) < 0;
  }
}
