package magnus.identity;

import jakarta.enterprise.context.ApplicationScoped;
import magnus.basics.settings.Setting;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads {@link AccessSettings} from the server's configuration as it is now. */
@ApplicationScoped
public class AccessConfig {

  /** The value in force. */
  public <T> T get(Setting<T> setting) {
    return setting.from(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
  }
}
