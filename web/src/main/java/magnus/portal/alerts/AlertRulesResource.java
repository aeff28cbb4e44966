package magnus.portal.alerts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import magnus.alerts.AlertRule;
import magnus.alerts.AlertWish;
import magnus.alerts.Alerts;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.portal.portfolio.IdempotentWrites;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller wants to be told of. */
@Path("/alerts/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertRulesResource {

  @Inject private CurrentCaller current;
  @Inject private Alerts alerts;
  @Inject private IdempotentWrites writes;

  /** All rules. */
  @Schema(name = "AlertRules")
  public record Rules(List<AlertRule> items) {}

  @GET
  @Operation(operationId = "listAlertRules", summary = "Your rules, the oldest first")
  @APIResponse(
      responseCode = "200",
      description = "The rules",
      content = @Content(schema = @Schema(implementation = Rules.class)))
  public Rules list() {
    return new Rules(alerts.rules(current.caller()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createAlertRule",
      summary = "Make a rule",
      description =
          "A rule tells once when its figure crosses the threshold, and again only after the figure"
              + " has come back by a margin and the cooling time has passed.")
  @APIResponse(
      responseCode = "201",
      description = "The rule; Location is its address",
      content = @Content(schema = @Schema(ref = "AlertRule")))
  @APIResponse(responseCode = "400", description = "A value is missing or cannot be")
  @APIResponse(responseCode = "404", description = "No such symbol, or portfolio of yours")
  public Response create(
      AlertRequest wish,
      @Parameter(description = "Repeats with the same key within a day get the first answer")
          @HeaderParam(IdempotentWrites.HEADER)
          @Nullable String key,
      @Context UriInfo uri) {
    Caller caller = current.caller();
    AlertWish asked = wish.wish();
    return writes.created(
        caller,
        key,
        "POST /alerts/rules",
        wish,
        () -> {
          AlertRule made = alerts.add(caller, asked);
          return new IdempotentWrites.Made(
              made, uri.getAbsolutePathBuilder().path(made.id().toString()).build());
        });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAlertRule", summary = "One of your rules")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(ref = "AlertRule")))
  @APIResponse(responseCode = "404", description = "No such rule of yours")
  public AlertRule get(@PathParam("id") UUID id) {
    return alerts.rule(current.caller(), id);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceAlertRule", summary = "Change a rule, which may then tell anew")
  @APIResponse(
      responseCode = "200",
      description = "The rule as it is now",
      content = @Content(schema = @Schema(ref = "AlertRule")))
  @APIResponse(responseCode = "400", description = "A value is missing or cannot be")
  @APIResponse(responseCode = "404", description = "No such rule, symbol or portfolio of yours")
  public AlertRule replace(@PathParam("id") UUID id, AlertRequest wish) {
    return alerts.replace(current.caller(), id, wish.wish());
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteAlertRule", summary = "Delete a rule; what it told stays")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "No such rule of yours")
  public void delete(@PathParam("id") UUID id) {
    alerts.remove(current.caller(), id);
  }
}
