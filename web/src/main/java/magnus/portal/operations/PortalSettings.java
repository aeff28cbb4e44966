package magnus.portal.operations;

import java.util.List;
import magnus.basics.settings.Setting;

/** What an administrator can set about the web module. */
final class PortalSettings {

  static final Setting<Boolean> METRICS_REMOTE =
      Setting.flag("magnus.metrics.remote", "whether /metrics answers other machines too", false);

  private PortalSettings() {}

  static List<Setting<?>> all() {
    return List.of(METRICS_REMOTE);
  }
}
