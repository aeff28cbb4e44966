package magnus.cache.shelf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import magnus.basics.result.FailureReason;

/** Failures of the source that are young enough to be answered without asking again. */
final class FailureMemory {

  private static final int MOST = 4_096;

  private final long nanos;
  private final LongSupplier ticker;
  private final Map<String, Remembered> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MOST;
        }
      };

  /** A failure and until when it counts. */
  record Remembered(FailureReason reason, String detail, long untilNanos) {}

  FailureMemory(long nanos, LongSupplier ticker) {
    this.nanos = nanos;
    this.ticker = ticker;
  }

  synchronized void remember(String key, FailureReason reason, String detail) {
    failures.remove(key);
    failures.put(key, new Remembered(reason, detail, ticker.getAsLong() + nanos));
  }

  synchronized Optional<Remembered> find(String key) {
    Remembered known = failures.get(key);
    if (known == null) {
      return Optional.empty();
    }
    if (known.untilNanos() - ticker.getAsLong() <= 0) {
      failures.remove(key);
      return Optional.empty();
    }
    return Optional.of(known);
  }

  synchronized void forget(String key) {
    failures.remove(key);
  }
}
