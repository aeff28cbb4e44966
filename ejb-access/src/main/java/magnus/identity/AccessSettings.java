package magnus.identity;

import java.time.Duration;
import java.util.List;
import magnus.basics.settings.Setting;

/** What an administrator can set about sign-in; each is read at every use. */
public final class AccessSettings {

  public static final Setting<String> DEMO_PASSWORD =
      Setting.text(
          "magnus.demo.password",
          "password that the account demo gets at the very first start",
          "");

  public static final Setting<String> ADMIN_PASSWORD =
      Setting.text(
          "magnus.admin.password",
          "password that the account admin gets at the very first start",
          "");

  public static final Setting<Duration> SESSION_IDLE =
      Setting.duration(
          "magnus.session.idle",
          "a browser session ends after this time without a request",
          Duration.ofHours(12),
          Duration.ofMinutes(1),
          Duration.ofDays(90));

  public static final Setting<Duration> SESSION_LIFETIME =
      Setting.duration(
          "magnus.session.lifetime",
          "a browser session ends after this time in any case; counts for new sessions",
          Duration.ofDays(14),
          Duration.ofMinutes(1),
          Duration.ofDays(365));

  /** NIST SP 800-63B-4, 3.1.1.2: 15 where the password is the only factor, 8 beside another. */
  public static final Setting<Integer> PASSWORD_LEAST =
      Setting.integer(
          "magnus.password.least-length", "fewest characters of a new password", 15, 8, 64);

  public static final Setting<Integer> FREE_ATTEMPTS =
      Setting.integer(
          "magnus.sign-in.free-attempts",
          "failed attempts on one name before the next one has to wait",
          5,
          1,
          100);

  public static final Setting<Integer> FREE_ATTEMPTS_BY_ADDRESS =
      Setting.integer(
          "magnus.sign-in.free-attempts-by-address",
          "failed attempts from one address before the next one has to wait",
          30,
          1,
          10_000);

  public static final Setting<Duration> LONGEST_WAIT =
      Setting.duration(
          "magnus.sign-in.longest-wait",
          "longest time for which attempts to sign in are refused",
          Duration.ofMinutes(15),
          Duration.ofSeconds(1),
          Duration.ofDays(1));

  public static final Setting<Duration> AUDIT_KEPT =
      Setting.duration(
          "magnus.audit.kept",
          "entries of the audit log are removed when older",
          Duration.ofDays(400),
          Duration.ofDays(1),
          Duration.ofDays(36_500));

  public static final Setting<String> OIDC_PROVIDER_URL =
      Setting.text(
          "magnus.oidc.provider-url",
          "base address of the OpenID provider (a Keycloak realm); empty switches OIDC off",
          "");

  public static final Setting<String> OIDC_CLIENT_ID =
      Setting.text("magnus.oidc.client-id", "Magnus's name at the OpenID provider", "magnus");

  public static final Setting<String> OIDC_CLIENT_SECRET =
      Setting.text("magnus.oidc.client-secret", "Magnus's secret at the OpenID provider", "");

  public static final Setting<String> OIDC_ADMIN_ROLE =
      Setting.text(
          "magnus.oidc.admin-role",
          "provider's role whose members are administrators here; empty: roles are given here",
          "");

  /** All of them, for a start that reports unknown keys and for the documentation. */
  public static final List<Setting<?>> ALL =
      List.of(
          DEMO_PASSWORD,
          ADMIN_PASSWORD,
          SESSION_IDLE,
          SESSION_LIFETIME,
          PASSWORD_LEAST,
          FREE_ATTEMPTS,
          FREE_ATTEMPTS_BY_ADDRESS,
          LONGEST_WAIT,
          AUDIT_KEPT,
          OIDC_PROVIDER_URL,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_ADMIN_ROLE);

  private AccessSettings() {}
}
