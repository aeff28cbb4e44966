package magnus.risk;

import java.util.List;
import magnus.basics.settings.Setting;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings of the analysis of portfolios. */
public final class RiskSettings {

  /** Fewer sessions give no value at risk at 99 %. */
  static final int LEAST_SESSIONS = 100;

  static final int MOST_SESSIONS = 2520;

  /** Read when an analysis begins; a running one keeps its own. */
  public static final Setting<Integer> LOOK_BACK =
      Setting.integer(
          "magnus.risk.look-back-sessions",
          "sessions over which today's holdings are simulated",
          756,
          LEAST_SESSIONS,
          MOST_SESSIONS);

  private RiskSettings() {}

  /** All of them. */
  public static List<Setting<?>> all() {
    return List.of(LOOK_BACK);
  }

  /** The look-back in force. */
  static int lookBack() {
    Config config = ConfigProvider.getConfig();
    return LOOK_BACK.from(key -> config.getOptionalValue(key, String.class));
  }
}
