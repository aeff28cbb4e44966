package magnus.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import magnus.basics.settings.Setting;
import magnus.cache.CacheSettings;
import magnus.identity.AccessSettings;
import magnus.market.MarketSettings;
import magnus.portal.WebLog;
import magnus.portfolio.ImportSettings;
import magnus.prefetch.PrefetchSettings;
import magnus.recommendation.RecommendationSettings;
import magnus.risk.RiskSettings;
import magnus.runs.RunSettings;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Every setting of Magnus in one list. At start, what is configured but known to nobody is reported
 * (a misspelt key is otherwise silent), and so is a value out of its range.
 */
@ApplicationScoped
public class SettingsCatalogue {

  /** Keys that configure the server around the application; see magnus.cli. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "magnus.data",
          "magnus.data.dir",
          "magnus.home",
          "magnus.cluster",
          "magnus.cluster.join.wait",
          "magnus.node",
          "magnus.behind.proxy",
          "magnus.jvm",
          "magnus.database");

  private static final String OF_THE_DATA_SOURCE = "magnus.database.";
  private static final String OF_THE_OIDC_CLIENT = "magnus.oidc.";

  /** All settings, by key. */
  public List<Setting<?>> all() {
    return Stream.of(
            AccessSettings.ALL,
            RunSettings.all(),
            CacheSettings.all(),
            PrefetchSettings.all(),
            MarketSettings.all(),
            ImportSettings.all(),
            RiskSettings.all(),
            RecommendationSettings.all(),
            PortalSettings.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Setting::key))
        .toList();
  }

  /** The value in force, read now. */
  public <T> T read(Setting<T> setting) {
    return setting.from(lookup());
  }

  private static Function<String, Optional<String>> lookup() {
    return key -> ConfigProvider.getConfig().getOptionalValue(key, String.class);
  }

  void reportAtStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
    for (Setting<?> setting : all()) {
      try {
        read(setting);
      } catch (IllegalStateException e) {
        WebLog.LOG.settingOutOfRange(String.valueOf(e.getMessage()));
      }
    }
    Set<String> known = all().stream().map(Setting::key).collect(Collectors.toSet());
    StreamSupport.stream(ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
        .filter(key -> key.startsWith("magnus."))
        .filter(key -> !known.contains(key) && !OF_THE_SERVER.contains(key))
        .filter(key -> !key.startsWith(OF_THE_DATA_SOURCE) && !key.startsWith(OF_THE_OIDC_CLIENT))
        .sorted()
        .forEach(WebLog.LOG::unknownSetting);
  }
}
