package magnus.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Set;
import magnus.basics.settings.Setting;
import magnus.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts {@code demo} and {@code admin} when there is none at all. Passwords come from
 * the settings; without them they are random and shown once.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAccounts {

  private static final String DEMO = "demo";
  private static final String ADMIN = "admin";
  private static final int RANDOM_CHARACTERS = 20;

  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject AccessConfig config;

  @PostConstruct
  void make() {
    if (!accounts.areNone()) {
      return;
    }
    First demo = first(DEMO, AccessSettings.DEMO_PASSWORD);
    First admin = first(ADMIN, AccessSettings.ADMIN_PASSWORD);
    try {
      accounts.addFirst(DEMO, passwords.hash(demo.password()), Set.of(Role.USER));
      accounts.addFirst(ADMIN, passwords.hash(admin.password()), Set.of(Role.USER, Role.ADMIN));
    } catch (EJBException e) {
      if (accounts.areNone()) {
        throw e;
      }
      AccessLog.LOG.firstAccountsElsewhere(DEMO, ADMIN);
      return;
    }
    demo.tell();
    admin.tell();
  }

  private First first(String name, Setting<String> setting) {
    String configured = config.get(setting);
    return configured.isEmpty()
        ? new First(name, Secret.draw().substring(0, RANDOM_CHARACTERS), null)
        : new First(name, configured, setting.key());
  }

  private record First(String name, String password, @Nullable String setting) {

    void tell() {
      if (setting == null) {
        AccessLog.LOG.firstAccount(name, password);
      } else {
        AccessLog.LOG.firstAccountConfigured(name, setting);
      }
    }
  }
}
