package magnus.recommendation;

import java.time.Duration;
import java.util.List;
import magnus.basics.settings.Setting;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings of recommendations. */
public final class RecommendationSettings {

  /** Cards of one list. */
  static final int LENGTH = 3;

  static final Duration KEPT_AWAY_REJECTED = Duration.ofDays(90);
  static final Duration KEPT_AWAY_ACCEPTED = Duration.ofDays(30);
  static final Duration SNOOZE = Duration.ofDays(7);
  static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  public static final Setting<Integer> MOST_A_DAY =
      Setting.integer(
          "magnus.recommendation.most-a-day",
          "different recommendations that a user is shown a day",
          6,
          3,
          30);

  public static final Setting<Boolean> LEARN =
      Setting.flag(
          "magnus.recommendation.learn",
          "whether lists are ranked by what answers taught; else by the simple rule, worth alone",
          true);

  private RecommendationSettings() {}

  /** All of them. */
  public static List<Setting<?>> all() {
    return List.of(MOST_A_DAY, LEARN);
  }

  static int mostADay() {
    return read(MOST_A_DAY);
  }

  static boolean learn() {
    return read(LEARN);
  }

  private static <T> T read(Setting<T> setting) {
    Config config = ConfigProvider.getConfig();
    return setting.from(key -> config.getOptionalValue(key, String.class));
  }
}
