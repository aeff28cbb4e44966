package magnus.benchmarks.market;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The heap as the collector saw it: it looks at each collection, before and after. */
final class Heap {

  private static final long MEGABYTE = 1024 * 1024;

  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();

  Heap() {
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener((n, none) -> collected(n), null, null));
  }

  private void collected(Notification notification) {
    if (notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      var info =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
              .getGcInfo();
      used.accumulateAndGet(sum(info.getMemoryUsageBeforeGc()), Math::max);
      kept.accumulateAndGet(sum(info.getMemoryUsageAfterGc()), Math::max);
    }
  }

  private long sum(Map<String, MemoryUsage> usage) {
    return usage.entrySet().stream()
        .filter(entry -> pools.contains(entry.getKey()))
        .mapToLong(entry -> entry.getValue().getUsed())
        .sum();
  }

  /** The most in use since the last reset, garbage included, in megabytes. */
  long peakMegabytes() {
    return used.get() / MEGABYTE;
  }

  /** The most that a collection left since the last reset, in megabytes. */
  long peakKeptMegabytes() {
    return kept.get() / MEGABYTE;
  }

  void reset() {
    used.set(0);
    kept.set(0);
  }

  static long limitMegabytes() {
    return Runtime.getRuntime().maxMemory() / MEGABYTE;
  }
}
