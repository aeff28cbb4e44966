package magnus.benchmarks.prefetch;

import java.time.Duration;
import java.util.UUID;

/** Accounts of simulated users. */
final class VisitorIds {

  /** As in the product: a longer pause begins another session. */
  static final Duration GAP = Duration.ofMinutes(30);

  private VisitorIds() {}

  static UUID of(int user) {
    return new UUID(0x4d61676e7573L, user);
  }
}
