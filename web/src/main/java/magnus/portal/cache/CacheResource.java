package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import magnus.basics.problem.Refusal;
import magnus.cache.CacheDesk;
import magnus.cache.CacheSnapshot;
import magnus.cache.ExplainReport;
import magnus.cache.FrontierReport;
import magnus.cache.HistoryReport;
import magnus.cache.WhyReport;
import magnus.portal.identity.AdminOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Looks at the shelves of the cache. */
@Path("/cache")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cache")
public class CacheResource {

  @Inject private CacheDesk desk;

  @GET
  @Path("/shelves")
  @Operation(
      operationId = "listShelves",
      summary = "All shelves with what they did, what lies there and their lifespans",
      description = "Counts are of the node that answers, since its start.")
  @APIResponse(
      responseCode = "200",
      description = "The shelves by name",
      content = @Content(schema = @Schema(ref = "CacheSnapshot")))
  public CacheSnapshot shelves() {
    return desk.snapshot();
  }

  @GET
  @Path("/history")
  @Operation(operationId = "getShelfHistory", summary = "The last hour of a shelf on this node")
  @APIResponse(
      responseCode = "200",
      description = "Ascending by time",
      content = @Content(schema = @Schema(ref = "HistoryReport")))
  @APIResponse(responseCode = "404", description = "There is no such shelf")
  public HistoryReport history(
      @Parameter(description = "Name of the shelf", required = true) @QueryParam("shelf")
          @Nullable String shelf) {
    if (shelf == null) {
      throw Refusal.malformed("shelf", "", "the name of a shelf");
    }
    return desk.history(shelf);
  }

  @GET
  @Path("/why")
  @Operation(
      operationId = "whyEntry",
      summary = "Why an entry is there, how old it is, or why it was dropped and by which event")
  @APIResponse(
      responseCode = "200",
      description = "The answer, also where there is no entry",
      content = @Content(schema = @Schema(ref = "WhyReport")))
  @APIResponse(responseCode = "404", description = "There is no such shelf")
  public WhyReport why(
      @Parameter(description = "SHELF/KEY, such as quotes/AAPL", required = true) @QueryParam("key")
          @Nullable String key) {
    PlaceKey place = PlaceKey.of(key);
    return desk.why(place.shelf(), place.key());
  }

  @GET
  @Path("/explain")
  @Operation(
      operationId = "explainLifespan",
      summary = "Which lifespan each policy would choose for a key now, with every factor")
  @APIResponse(
      responseCode = "200",
      description = "By policy; the one in force is marked",
      content = @Content(schema = @Schema(ref = "ExplainReport")))
  @APIResponse(responseCode = "404", description = "There is no such shelf")
  public ExplainReport explain(
      @Parameter(description = "SHELF/KEY, such as quotes/AAPL", required = true) @QueryParam("key")
          @Nullable String key) {
    PlaceKey place = PlaceKey.of(key);
    return desk.explain(place.shelf(), place.key());
  }

  @GET
  @Path("/frontier")
  @Operation(
      operationId = "getFrontier",
      summary = "What lifespan policies cost and what they are wrong by, and what is in force",
      description =
          "Measured by the benchmark cache-replay on replayed working days; the policy and its"
              + " bounds in force are of the node that answers.")
  @APIResponse(
      responseCode = "200",
      description = "The last measurement, with how it was made",
      content = @Content(schema = @Schema(ref = "FrontierReport")))
  public FrontierReport frontier() {
    return desk.frontier();
  }
}
