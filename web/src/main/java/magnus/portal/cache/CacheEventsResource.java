package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.cache.CacheControl;
import magnus.cache.CacheDesk;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.OccurrenceReport;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened that made entries wrong. */
@Path("/cache/events")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cache")
public class CacheEventsResource {

  private static final int MOST = 500;
  private static final int MOST_TOUCHED = 100;

  @Inject private CacheDesk desk;
  @Inject private CacheControl control;
  @Inject private CurrentCaller current;

  /** A part of all that happened. */
  @Schema(name = "CacheEvents")
  public record Events(
      List<OccurrenceReport> items,
      @Schema(description = "For the parameter before, where there are older ones")
          Optional<String> next) {}

  /** An event that an administrator tells. */
  @Schema(
      name = "CacheEventRaising",
      requiredProperties = {"kind", "touches"})
  public record Raising(
      Occurrence.@Nullable Kind kind,
      @Schema(description = "Such as SYMBOL:AAPL or MARKET:*, 100 at most")
          @Nullable List<String> touches,
      @Schema(description = "How large it was, such as volume_ratio")
          @Nullable Map<String, Double> figures) {}

  @GET
  @Operation(
      operationId = "listCacheEvents",
      summary = "What happened, by whom it was raised, and which entries it reached")
  @APIResponse(
      responseCode = "200",
      description = "Of all nodes, newest first",
      content = @Content(schema = @Schema(implementation = Events.class)))
  public Events list(
      @Parameter(description = "Those older than this cursor; absent: the newest")
          @QueryParam("before")
          @Nullable Long before,
      @Parameter(description = "At most so many, from 1 to 500")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + MOST);
    }
    OccurrenceReport.Page page = desk.events(before == null ? Long.MAX_VALUE : before, limit);
    return new Events(
        page.items(),
        page.next() == 0 ? Optional.empty() : Optional.of(Long.toString(page.next())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "raiseCacheEvent",
      summary = "Tell the cache of something that happened now, by market time")
  @APIResponse(
      responseCode = "201",
      description = "The event with what it reached",
      content = @Content(schema = @Schema(ref = "OccurrenceReport")))
  public Response raise(@Nullable Raising raising) {
    if (raising == null || raising.kind() == null) {
      throw Refusal.malformed("kind", "", "one of " + List.of(Occurrence.Kind.values()));
    }
    OccurrenceReport raised =
        control.raise(
            current.caller(),
            current.origin(),
            raising.kind(),
            touched(raising.touches()),
            figures(raising.figures()));
    return Response.status(Response.Status.CREATED).entity(raised).build();
  }

  private static Set<Ingredient> touched(@Nullable List<@Nullable String> touches) {
    if (touches == null || touches.isEmpty() || touches.size() > MOST_TOUCHED) {
      throw Refusal.malformed(
          "touches", "", "1 to " + MOST_TOUCHED + " ingredients such as SYMBOL:AAPL");
    }
    Set<Ingredient> touched = new LinkedHashSet<>();
    for (String text : touches) {
      try {
        touched.add(Ingredient.parse(text == null ? "" : text.strip()));
      } catch (IllegalArgumentException e) {
        throw Refusal.malformed(
            "touches",
            text,
            "KIND:ID with a kind of "
                + List.of(Ingredient.Kind.values())
                + ", such as SYMBOL:AAPL");
      }
    }
    return touched;
  }

  private static Map<String, Double> figures(@Nullable Map<String, @Nullable Double> figures) {
    if (figures == null) {
      return Map.of();
    }
    figures.forEach(
        (name, figure) -> {
          if (figure == null || !Double.isFinite(figure) || name.length() > 40) {
            throw Refusal.malformed("figures." + name, figure, "a number");
          }
        });
    if (figures.size() > 10) {
      throw Refusal.malformed("figures", figures.size(), "10 figures at most");
    }
    return Map.copyOf(figures);
  }
}
