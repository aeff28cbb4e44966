package magnus.market;

import java.time.Duration;
import java.util.List;
import magnus.basics.settings.Setting;
import magnus.market.imported.ImportLimits;
import magnus.market.simulated.SimulatedFeed;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings of market data. All are read at every use: a change counts from the next one on. */
public final class MarketSettings {

  /** Another seed is another simulated market. All nodes must have the same. */
  public static final Setting<Integer> SIMULATION_SEED =
      Setting.integer(
          "magnus.market.simulation.seed",
          "which of the simulated markets is shown",
          (int) SimulatedFeed.DEFAULT_SEED,
          0,
          Integer.MAX_VALUE);

  /** Larger uploads are refused with 413. */
  public static final Setting<Integer> IMPORT_MEGABYTES =
      Setting.integer(
          "magnus.market.import.megabytes",
          "how large a file of market data may be, as sent",
          512,
          1,
          100_000);

  /** Archives that unpack to more are refused with 413. */
  public static final Setting<Integer> IMPORT_UNPACKED_MEGABYTES =
      Setting.integer(
          "magnus.market.import.unpacked-megabytes",
          "how large a file of market data may be when unpacked",
          8_192,
          1,
          1_000_000);

  /** An import that takes longer, its upload included, is rolled back. */
  public static final Setting<Duration> IMPORT_TIMEOUT =
      Setting.duration(
          "magnus.market.import.timeout",
          "how long an import may take, its upload included",
          Duration.ofHours(1),
          Duration.ofSeconds(10),
          Duration.ofDays(1));

  private static final int MEGABYTE = 1024 * 1024;

  private MarketSettings() {}

  /** All of them, for the list of settings. */
  public static List<Setting<?>> all() {
    return List.of(SIMULATION_SEED, IMPORT_MEGABYTES, IMPORT_UNPACKED_MEGABYTES, IMPORT_TIMEOUT);
  }

  static <T> T read(Setting<T> setting) {
    Config config = ConfigProvider.getConfig();
    return setting.from(key -> config.getOptionalValue(key, String.class));
  }

  static ImportLimits importLimits() {
    return new ImportLimits(
        (long) read(IMPORT_MEGABYTES) * MEGABYTE,
        (long) read(IMPORT_UNPACKED_MEGABYTES) * MEGABYTE);
  }
}
