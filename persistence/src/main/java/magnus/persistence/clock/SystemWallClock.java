package magnus.persistence.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import magnus.basics.time.WallClock;

/** The machine's clock: the only place in Magnus that asks it. */
@ApplicationScoped
public class SystemWallClock implements WallClock {

  private static final InstantSource MACHINE = InstantSource.system();

  @Override
  public Instant instant() {
    return MACHINE.instant();
  }
}
