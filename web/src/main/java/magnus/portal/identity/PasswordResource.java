package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import magnus.identity.Accounts;
import magnus.identity.Session;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own password. */
@Path("/account/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class PasswordResource {

  @Inject Accounts accounts;
  @Inject CurrentCaller current;

  /** The old and the new one. */
  @Schema(
      name = "PasswordChange",
      requiredProperties = {"current", "replacement"})
  public record Change(
      @Nullable String current,
      @Schema(description = "15 characters or more, of any kind, not the obvious")
          @Nullable String replacement) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePassword",
      summary = "Change your password",
      description = "Your other browsers are signed out; tokens stay.")
  @APIResponse(responseCode = "204", description = "Changed")
  public void change(Change change) {
    accounts.changePassword(
        current.caller(),
        current.session().map(Session::id),
        change.current(),
        change.replacement(),
        current.origin());
  }
}
