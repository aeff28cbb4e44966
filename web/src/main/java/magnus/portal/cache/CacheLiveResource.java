package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import magnus.portal.identity.AdminOnly;
import magnus.portal.stream.Streams;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shelves as they are now, and now, and now. */
@Path("/cache/live")
@RequestScoped
@AdminOnly
@Tag(name = "Cache")
public class CacheLiveResource {

  @Inject private CacheLive live;

  @GET
  @Produces("text/event-stream")
  @Operation(
      operationId = "streamShelves",
      summary = "All shelves every two seconds, as a stream of events",
      description =
          "Each event has a JSON object {type: snapshot, sequence, at, node, occurrences, items} as"
              + " data. A slow viewer misses some. The stream ends with the caller's session.")
  @APIResponse(
      responseCode = "200",
      description = "Snapshots without end",
      content =
          @Content(mediaType = "text/event-stream", schema = @Schema(type = SchemaType.STRING)))
  public void stream(
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Suspended AsyncResponse suspended)
      throws IOException {
    live.open(request, response);
  }

  @HEAD
  @Operation(hidden = true)
  public Response head() {
    return Streams.head();
  }
}
