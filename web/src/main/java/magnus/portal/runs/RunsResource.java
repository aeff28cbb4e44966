package magnus.portal.runs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.portal.identity.CurrentCaller;
import magnus.runs.Run;
import magnus.runs.Runs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's runs. Those of others do not exist for him. */
@Path("/runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class RunsResource {

  private static final int LONGEST_PAGE = 200;

  @Inject private CurrentCaller current;
  @Inject private Runs runs;

  /**
   * What to start.
   *
   * @param parameters texts, by the operation's own names
   */
  @Schema(name = "RunRequest")
  public record RunRequest(@Nullable String operation, @Nullable Map<String, String> parameters) {}

  /**
   * One page of runs.
   *
   * @param next cursor of the next page; absent on the last
   */
  @Schema(name = "RunPage")
  public record RunPage(List<Run> items, Optional<String> next) {}

  @GET
  @Operation(operationId = "listRuns", summary = "List the caller's runs, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page of runs",
      content = @Content(schema = @Schema(implementation = RunPage.class)))
  public RunPage list(
      @Parameter(description = "Cursor: the member next of the page before") @QueryParam("before")
          @Nullable UUID before,
      @Parameter(description = "Runs on the page, 1 to 200")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + LONGEST_PAGE);
    }
    Runs.Page page = runs.list(current.caller(), before, limit);
    return new RunPage(page.items(), page.next().map(UUID::toString));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startRun",
      summary = "Start an operation without watching it",
      description = "Its events can be streamed at the address in Location followed by /events.")
  @APIResponse(
      responseCode = "202",
      description = "The run has begun; Location is its address",
      content = @Content(schema = @Schema(ref = "Run")))
  public Response start(@Nullable RunRequest asked, @Context UriInfo uri) {
    if (asked == null || asked.operation() == null || asked.operation().isBlank()) {
      throw Refusal.malformed("operation", "", "the name of an operation");
    }
    Map<String, String> parameters = asked.parameters() == null ? Map.of() : asked.parameters();
    parameters.forEach(
        (name, text) -> {
          if (text == null) {
            throw Refusal.malformed("parameters." + name, "null", "a text");
          }
        });
    Run run = runs.start(current.caller(), asked.operation(), parameters);
    return Response.accepted(run)
        .location(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRun", summary = "Look at one run")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(ref = "Run")))
  public Run get(@Parameter(description = "The run's id") @PathParam("id") UUID id) {
    return runs.get(current.caller(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "cancelRun",
      summary = "Cancel a run, whichever node works on it",
      description = "Its last event is cancelled. A run that has ended stays as it is.")
  @APIResponse(responseCode = "204", description = "The run has ended")
  public void cancel(@Parameter(description = "The run's id") @PathParam("id") UUID id) {
    runs.cancel(current.caller(), id);
  }
}
