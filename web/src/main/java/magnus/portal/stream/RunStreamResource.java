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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.runs.Runs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Streams the events of a run that was started by whatever client of the owner. */
@Path("/runs/{id}/events")
@RequestScoped
@Tag(name = "Runs")
public class RunStreamResource {

  @Inject private CurrentCaller current;
  @Inject private Runs runs;
  @Inject private Streams streams;

  @GET
  @Produces(EventStream.MEDIA_TYPE)
  @Operation(
      operationId = "streamRun",
      summary = "Stream a run's events, from its first or after the last one seen",
      description = "Many viewers may look at one run; each goes at his own pace.")
  @APIResponse(
      responseCode = "200",
      description = "Events until complete, failed or cancelled",
      content =
          @Content(mediaType = EventStream.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "204",
      description = "The run has ended and the viewer has seen all of it")
  public void stream(
      @Parameter(description = "The run's id") @PathParam("id") UUID id,
      @Parameter(description = "Id of the last event seen; wins over after")
          @HeaderParam(ResumePoint.HEADER)
          @Nullable String lastEventId,
      @Parameter(description = "Sequence or id of the last event seen")
          @QueryParam(ResumePoint.PARAMETER)
          @Nullable String after,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Suspended AsyncResponse suspended)
      throws IOException {
    Caller caller = current.caller();
    runs.get(caller, id);
    long sequence = ResumePoint.find(lastEventId, after).map(p -> p.within(id)).orElse(0L);
    streams.open(caller, id, sequence, request, response, suspended);
  }

  @HEAD
  @Operation(hidden = true)
  public Response head(@PathParam("id") UUID id) {
    runs.get(current.caller(), id);
    return Streams.head();
  }
}
