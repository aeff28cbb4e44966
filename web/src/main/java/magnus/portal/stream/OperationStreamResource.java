package magnus.portal.stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.runs.Operations;
import magnus.runs.Run;
import magnus.runs.Runs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Starts an operation and streams its events in one request. */
@Path("/ai/stream/{operation}")
@RequestScoped
@Tag(name = "Runs", description = "Long operations: started, streamed, resumed, cancelled")
public class OperationStreamResource {

  @Inject private CurrentCaller current;
  @Inject private Runs runs;
  @Inject private Operations operations;
  @Inject private Streams streams;

  @GET
  @Produces(EventStream.MEDIA_TYPE)
  @Operation(
      operationId = "streamOperation",
      summary = "Start an operation and stream its events, or go on after the last event seen",
      description =
          "Further query parameters are the operation's own. Each event has an id RUN:SEQUENCE and a"
              + " JSON object {type, sequence, at, run, …} as data. With Last-Event-ID (or after) the"
              + " run named there is streamed from its next event on; nothing is started.")
  @APIResponse(
      responseCode = "200",
      description = "Events until complete, failed or cancelled",
      content =
          @Content(mediaType = EventStream.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "204",
      description = "The run has ended and the viewer has seen all of it")
  public void stream(
      @Parameter(description = "Name of the operation, such as portfolio_analysis")
          @PathParam("operation")
          String operation,
      @Parameter(description = "Id of the last event seen; wins over after")
          @HeaderParam(ResumePoint.HEADER)
          @Nullable String lastEventId,
      @Parameter(description = "Id of the last event seen, RUN:SEQUENCE")
          @QueryParam(ResumePoint.PARAMETER)
          @Nullable String after,
      @Context UriInfo uri,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Suspended AsyncResponse suspended)
      throws IOException {
    Caller caller = current.caller();
    Optional<ResumePoint> point = ResumePoint.find(lastEventId, after);
    if (point.isPresent()) {
      UUID run = resumed(caller, operation, point.get());
      streams.open(caller, run, point.get().sequence(), request, response, suspended);
    } else {
      Run run = runs.start(caller, operation, parameters(uri.getQueryParameters()));
      streams.open(caller, run.id(), 0, request, response, suspended);
    }
  }

  private UUID resumed(Caller caller, String operation, ResumePoint point) {
    UUID run =
        point
            .run()
            .orElseThrow(
                () ->
                    Refusal.malformed(
                        ResumePoint.PARAMETER,
                        point.sequence(),
                        "the id of an event with its run, RUN:SEQUENCE"));
    String actual = runs.get(caller, run).operation();
    if (!actual.equals(operation)) {
      throw Refusal.malformed(
          ResumePoint.HEADER, run + ":" + point.sequence(), "an event of a run of " + operation);
    }
    return run;
  }

  private static Map<String, String> parameters(MultivaluedMap<String, String> query) {
    Map<String, String> parameters = new TreeMap<>();
    for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
      if (parameter.getValue().size() != 1) {
        throw Refusal.malformed(parameter.getKey(), parameter.getValue(), "one value");
      }
      parameters.put(parameter.getKey(), parameter.getValue().get(0));
    }
    return parameters;
  }

  /** Starts nothing: a question about an address must not have effects. */
  @HEAD
  @Operation(hidden = true)
  public Response head(@PathParam("operation") String operation) {
    if (operations.find(operation).isEmpty()) {
      throw Refusal.unknown("operation", operation);
    }
    return Streams.head();
  }
}
