package magnus.prefetch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** How busy the machine's processors are, over some seconds. */
final class LoadGauge {

  private static final double FRESH_SHARE = 0.3;

  private final @Nullable OperatingSystemMXBean machine;
  private volatile double load;

  LoadGauge() {
    machine =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
            ? known
            : null;
  }

  /** To be called every second. */
  void sample() {
    double now = machine == null ? 0 : machine.getCpuLoad();
    if (now >= 0) {
      load += FRESH_SHARE * (now - load);
    }
  }

  /** 0 for idle, 1 where no processor has time left. */
  double load() {
    return load;
  }
}
