package magnus.portal.alerts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import magnus.alerts.AlertCheck;
import magnus.alerts.AlertDesk;
import magnus.alerts.AlertPage;
import magnus.alerts.Alerts;
import magnus.basics.problem.Refusal;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller's rules told him. */
@Path("/alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertsResource {

  private static final int LONGEST_PAGE = 200;

  @Inject private CurrentCaller current;
  @Inject private Alerts alerts;
  @Inject private AlertDesk desk;

  /** Which of them. */
  public enum Show {
    ALL,
    UNREAD
  }

  /** How many the caller has not seen. */
  @Schema(name = "UnreadAlerts")
  public record Unread(long unread) {}

  @GET
  @Operation(operationId = "listAlerts", summary = "What your rules told you, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page; next is the cursor of the next one",
      content = @Content(schema = @Schema(ref = "AlertPage")))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public AlertPage list(
      @Parameter(description = "All, or only those that you have not acknowledged")
          @QueryParam("show")
          @DefaultValue("ALL")
          Show show,
      @Parameter(description = "Cursor") @QueryParam("before") @Nullable Instant before,
      @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + LONGEST_PAGE);
    }
    return alerts.notices(current.caller(), show == Show.UNREAD, before, limit);
  }

  @GET
  @Path("/unread")
  @Operation(operationId = "countUnreadAlerts", summary = "How many you have not acknowledged")
  @APIResponse(
      responseCode = "200",
      description = "The count",
      content = @Content(schema = @Schema(implementation = Unread.class)))
  public Unread unread() {
    return new Unread(alerts.unread(current.caller()));
  }

  @POST
  @Path("/acknowledge")
  @Operation(operationId = "acknowledgeAllAlerts", summary = "Acknowledge all of them")
  @APIResponse(responseCode = "204", description = "Done")
  public void acknowledgeAll() {
    alerts.acknowledgeAll(current.caller());
  }

  @POST
  @Path("/{id}/acknowledge")
  @Operation(operationId = "acknowledgeAlert", summary = "Say that you have seen one")
  @APIResponse(responseCode = "204", description = "Noted")
  @APIResponse(responseCode = "404", description = "No such alert of yours")
  public void acknowledge(@PathParam("id") UUID id) {
    alerts.acknowledge(current.caller(), id);
  }

  @POST
  @Path("/check")
  @Operation(
      operationId = "checkAlerts",
      summary = "Look at your rules now",
      description = "They are looked at by themselves every 15 seconds and when prices come.")
  @APIResponse(
      responseCode = "200",
      description = "What came of it",
      content = @Content(schema = @Schema(ref = "AlertCheck")))
  public AlertCheck check() {
    return desk.check(current.caller());
  }
}
