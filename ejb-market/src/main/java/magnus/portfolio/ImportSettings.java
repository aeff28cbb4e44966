package magnus.portfolio;

import java.util.List;
import magnus.basics.settings.Setting;

/** Settings of the import of brokers' files. */
public final class ImportSettings {

  /** Bytes. Undertow's own limit of a request's body has to be at least as large. */
  public static final Setting<Integer> LARGEST_FILE =
      Setting.integer(
          "magnus.portfolio.import.largest-file",
          "most bytes of a broker's file that is imported",
          10_485_760,
          1_024,
          1_073_741_824);

  private ImportSettings() {}

  /** All of them. */
  public static List<Setting<?>> all() {
    return List.of(LARGEST_FILE);
  }
}
