package magnus.portal.operations;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import magnus.basics.settings.Setting;
import magnus.portal.identity.AdminOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What can be set, what is in force, and what each means. Values are changed in the server's
 * console, never here.
 */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@Tag(name = "Administration")
public class SettingsResource {

  /**
   * One setting.
   *
   * @param value in force now; dots for a secret that is set
   * @param range what is allowed, in words
   */
  public record View(String key, String meaning, String value, String standard, String range) {}

  /** All settings. */
  public record Views(List<View> items) {}

  @Inject private SettingsCatalogue catalogue;

  /** The settings by key, each with the value in force. */
  @GET
  @Operation(
      operationId = "listSettings",
      summary =
          "Every setting with its meaning, range, default and value in force (administrators)")
  public Views list() {
    return new Views(catalogue.all().stream().map(this::view).toList());
  }

  private View view(Setting<?> setting) {
    boolean secret = setting.key().endsWith("password") || setting.key().endsWith("secret");
    String value = inForce(setting);
    return new View(
        setting.key(),
        setting.meaning(),
        secret && !value.isEmpty() ? "•••" : value,
        String.valueOf(setting.fallback()),
        setting.range());
  }

  private String inForce(Setting<?> setting) {
    try {
      return String.valueOf(catalogue.read(setting));
    } catch (IllegalStateException e) {
      return "not in range: " + e.getMessage();
    }
  }
}
