package magnus.portal.behavior;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import magnus.basics.json.Json;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.prefetch.AccessDraft;
import magnus.prefetch.Behavior;
import magnus.prefetch.BehaviorEntry;
import magnus.prefetch.BehaviorPage;
import magnus.prefetch.ConsentReport;
import magnus.prefetch.IngestReport;
import magnus.prefetch.PatternReport;
import magnus.prefetch.VisitDraft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller did in the portal, if he agreed that it is recorded. */
@Path("/behavior")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Behavior")
public class BehaviorResource {

  private static final int MOST = 500;

  @Inject private Behavior behavior;
  @Inject private CurrentCaller current;

  /** What the caller says. */
  @Schema(name = "BehaviorConsentRequest", requiredProperties = "agreed")
  public record ConsentRequest(@Nullable Boolean agreed) {}

  /** Visits, 100 at most. */
  @Schema(name = "NavigationRequest", requiredProperties = "visits")
  public record NavigationRequest(@Nullable List<@Nullable VisitDraft> visits) {}

  /** Looks at symbols, 100 at most. */
  @Schema(name = "SymbolAccessRequest", requiredProperties = "accesses")
  public record SymbolAccessRequest(@Nullable List<@Nullable AccessDraft> accesses) {}

  /** The file that an export is; written as it is read, and never held as a whole. */
  @Schema(name = "BehaviorExport")
  public record Export(
      String account,
      ConsentReport consent,
      List<PatternReport> patterns,
      List<BehaviorEntry> entries) {}

  @GET
  @Path("/consent")
  @Operation(
      operationId = "getBehaviorConsent",
      summary = "Whether the caller agreed that his visits are recorded, and how many are stored")
  @APIResponse(
      responseCode = "200",
      description = "What he said, and how much is stored",
      content = @Content(schema = @Schema(ref = "ConsentReport")))
  public ConsentReport consent() {
    return behavior.consent(current.caller());
  }

  @PUT
  @Path("/consent")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setBehaviorConsent",
      summary = "Agree that visits are recorded, or withdraw",
      description = "Withdrawing deletes nothing that is stored; see DELETE /behavior.")
  @APIResponse(
      responseCode = "200",
      description = "What he said, and how much is stored",
      content = @Content(schema = @Schema(ref = "ConsentReport")))
  public ConsentReport say(@Nullable ConsentRequest request) {
    if (request == null || request.agreed() == null) {
      throw Refusal.malformed("agreed", "", "true or false");
    }
    return behavior.say(current.caller(), request.agreed(), current.origin());
  }

  @POST
  @Path("/navigation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordNavigation",
      summary = "Tell which pages were opened",
      description =
          "Written within a second. Where the caller has not agreed, nothing is taken, and the"
              + " answer says so.")
  @APIResponse(
      responseCode = "202",
      description = "What was taken",
      content = @Content(schema = @Schema(ref = "IngestReport")))
  @APIResponse(responseCode = "422", description = "A visit cannot be recorded; none was")
  @APIResponse(responseCode = "429", description = "More visits than are recorded")
  public Response visited(@Nullable NavigationRequest request) {
    List<VisitDraft> visits = items("visits", request == null ? null : request.visits());
    return taken(behavior.visited(current.caller(), visits));
  }

  @POST
  @Path("/symbol")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordSymbolAccess",
      summary = "Tell which symbols were looked at",
      description = "As for pages.")
  @APIResponse(
      responseCode = "202",
      description = "What was taken",
      content = @Content(schema = @Schema(ref = "IngestReport")))
  @APIResponse(responseCode = "422", description = "A look cannot be recorded; none was")
  @APIResponse(responseCode = "429", description = "More looks than are recorded")
  public Response looked(@Nullable SymbolAccessRequest request) {
    List<AccessDraft> accesses = items("accesses", request == null ? null : request.accesses());
    return taken(behavior.looked(current.caller(), accesses));
  }

  private static Response taken(IngestReport report) {
    return Response.status(Response.Status.ACCEPTED).entity(report).build();
  }

  private static <T> List<T> items(String name, @Nullable List<@Nullable T> items) {
    if (items == null || items.isEmpty() || items.stream().anyMatch(i -> i == null)) {
      throw Refusal.malformed(name, items == null ? "" : items.size(), "1 to 100 of them");
    }
    return items.stream().map(java.util.Objects::requireNonNull).toList();
  }

  @GET
  @Path("/log")
  @Operation(
      operationId = "listBehavior",
      summary = "What is stored of the caller, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of it",
      content = @Content(schema = @Schema(ref = "BehaviorPage")))
  public BehaviorPage log(
      @Parameter(description = "The 'next' of the page before") @QueryParam("before")
          @Nullable String before,
      @Parameter(description = "At most so many, from 1 to 500")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + MOST);
    }
    return behavior.log(current.caller(), before, limit);
  }

  @GET
  @Path("/export")
  @Operation(
      operationId = "exportBehavior",
      summary = "All that is stored of the caller, as one file")
  @APIResponse(
      responseCode = "200",
      description = "Consent, patterns and entries, the newest first",
      content = @Content(schema = @Schema(implementation = Export.class)))
  public Response export() {
    Caller caller = current.caller();
    ConsentReport consent = behavior.consent(caller);
    List<PatternReport> patterns = behavior.patterns(caller);
    StreamingOutput body =
        out -> {
          try (JsonGenerator json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("account", caller.name());
            json.writePOJOField("consent", consent);
            json.writePOJOField("patterns", patterns);
            json.writeArrayFieldStart("entries");
            behavior.export(caller, entry -> write(json, entry));
            json.writeEndArray();
            json.writeEndObject();
          }
        };
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"magnus-my-data.json\"")
        .build();
  }

  private static void write(JsonGenerator json, BehaviorEntry entry) {
    try {
      json.writePOJO(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DELETE
  @Operation(
      operationId = "deleteBehavior",
      summary = "Delete all that is stored of the caller; whatever has learned from it unlearns it")
  @APIResponse(responseCode = "204", description = "Nothing is stored any more")
  @APIResponse(responseCode = "429", description = "Deleted several times within a minute")
  public void forget() {
    behavior.forget(current.caller(), current.origin());
  }
}
