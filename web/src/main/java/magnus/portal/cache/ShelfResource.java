package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import magnus.basics.problem.Refusal;
import magnus.cache.CacheControl;
import magnus.cache.CacheDesk;
import magnus.cache.EntryLine;
import magnus.cache.EntryReport;
import magnus.cache.ShelfReport;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One shelf: looks at it, clears it, fixes its lifespan, loads its entries anew. */
@Path("/cache/shelves/{name}")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cache")
public class ShelfResource {

  private static final int MOST_ENTRIES = 200;

  @Inject private CacheDesk desk;
  @Inject private CacheControl control;
  @Inject private CurrentCaller current;

  /** How many entries went. */
  @Schema(name = "DroppedEntries")
  public record Dropped(int dropped) {}

  /** A lifespan to be fixed. */
  @Schema(
      name = "LifespanWish",
      requiredProperties = {"seconds"})
  public record LifespanWish(@Schema(description = "5 to 345600") @Nullable Double seconds) {}

  /**
   * One shelf and some of its entries.
   *
   * @param entries the most used first
   */
  @Schema(name = "ShelfDetail")
  public record ShelfDetail(ShelfReport shelf, List<EntryLine> entries) {}

  @GET
  @Operation(operationId = "getShelf", summary = "One shelf and its most used entries")
  @APIResponse(
      responseCode = "200",
      description = "The shelf",
      content = @Content(schema = @Schema(implementation = ShelfDetail.class)))
  public ShelfDetail shelf(
      @PathParam("name") String name,
      @Parameter(description = "What the keys of the entries contain")
          @QueryParam("containing")
          @DefaultValue("")
          String containing,
      @Parameter(description = "Entries at most, 1 to 200") @QueryParam("limit") @DefaultValue("25")
          int limit) {
    if (limit < 1 || limit > MOST_ENTRIES) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + MOST_ENTRIES);
    }
    return new ShelfDetail(desk.shelf(name), desk.entries(name, containing, limit));
  }

  @DELETE
  @Path("/entries")
  @Operation(
      operationId = "dropEntries",
      summary = "Drop all entries of a shelf, or the one at a key, on all nodes")
  @APIResponse(
      responseCode = "200",
      description = "How many were dropped",
      content = @Content(schema = @Schema(implementation = Dropped.class)))
  public Dropped drop(
      @PathParam("name") String name,
      @Parameter(description = "Key of one entry; absent: all") @QueryParam("key")
          @Nullable String key) {
    if (key == null) {
      return new Dropped(control.clear(current.caller(), current.origin(), name));
    }
    control.drop(current.caller(), current.origin(), name, key);
    return new Dropped(1);
  }

  @PUT
  @Path("/lifespan")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "freezeLifespan",
      summary = "Fix the lifespan of what a shelf loads from now on, on all nodes",
      description = "What lies there keeps its own. Other nodes follow within two seconds.")
  @APIResponse(responseCode = "204", description = "It is fixed")
  public void freeze(@PathParam("name") String name, @Nullable LifespanWish wish) {
    if (wish == null || wish.seconds() == null) {
      throw Refusal.malformed("seconds", "", "a number of seconds");
    }
    Duration lifespan = Duration.ofMillis(Math.round(wish.seconds() * 1000));
    control.freeze(current.caller(), current.origin(), name, lifespan);
  }

  @DELETE
  @Path("/lifespan")
  @Operation(operationId = "unfreezeLifespan", summary = "Let the policy choose lifespans again")
  @APIResponse(responseCode = "204", description = "It does")
  public void unfreeze(@PathParam("name") String name) {
    control.unfreeze(current.caller(), current.origin(), name);
  }

  @POST
  @Path("/refresh")
  @Operation(
      operationId = "refreshEntry",
      summary = "Load a key now, whatever lies there, and wait for it")
  @APIResponse(
      responseCode = "200",
      description = "The new entry",
      content = @Content(schema = @Schema(ref = "EntryReport")))
  @APIResponse(responseCode = "503", description = "The source does not answer")
  public EntryReport refresh(
      @PathParam("name") String name,
      @Parameter(description = "Key of the entry", required = true) @QueryParam("key")
          @Nullable String key) {
    if (key == null || key.isBlank()) {
      throw Refusal.malformed("key", "", "a key of shelf " + name);
    }
    return control.refresh(current.caller(), current.origin(), name, key);
  }
}
