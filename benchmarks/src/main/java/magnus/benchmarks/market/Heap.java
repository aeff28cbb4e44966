package magnus.benchmarks.market;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most heap that was in use, garbage included. */
final class Heap {

  private static final long MEGABYTE = 1024 * 1024;

  private Heap() {}

  static long peakMegabytes() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes / MEGABYTE;
  }

  static void resetPeak() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  static long limitMegabytes() {
    return Runtime.getRuntime().maxMemory() / MEGABYTE;
  }
}
