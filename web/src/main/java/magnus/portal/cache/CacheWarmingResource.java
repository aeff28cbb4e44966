package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import magnus.cache.Warming;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import magnus.runs.Run;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Loads before the open what will be asked for after it. */
@Path("cache/warming")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@Tag(name = "Cache")
public class CacheWarmingResource {

  @Inject private CurrentCaller current;
  @Inject private Warming warming;

  /** What was warmed and what came of it. */
  @GET
  @Operation(
      operationId = "listCacheWarming",
      summary =
          "What was warmed, what of it was used by 09:45, and the hit rate at the bell with and"
              + " without, newest first (administrators)")
  @APIResponse(
      responseCode = "200",
      description = "Reports",
      content = @Content(schema = @Schema(ref = "WarmingReports")))
  public Response list() {
    return Response.ok(new WarmingReports(warming.reports())).build();
  }

  /** Warms now. */
  @POST
  @Operation(
      operationId = "warmCache",
      summary = "Warm the cache now, as a run (administrators)",
      description = "Its events can be streamed at the address in Location followed by /events.")
  @APIResponse(
      responseCode = "202",
      description = "The run has begun; Location is its address",
      content = @Content(schema = @Schema(ref = "Run")))
  public Response warm(@Context UriInfo uri) {
    Run run = warming.warmNow(current.caller());
    return Response.accepted(run)
        .location(uri.getBaseUriBuilder().path("runs").path(run.id().toString()).build())
        .build();
  }
}
