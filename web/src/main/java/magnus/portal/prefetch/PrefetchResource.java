package magnus.portal.prefetch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import magnus.prefetch.PredictionReport;
import magnus.prefetch.Prefetch;
import magnus.prefetch.PrefetchReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller opens next, and what is loaded ahead of it. */
@Path("/prefetch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prefetch")
public class PrefetchResource {

  static final String SAVE_DATA = "Save-Data";
  private static final String RULES = "application/speculationrules+json";

  @Inject private Prefetch prefetch;
  @Inject private CurrentCaller current;

  /** What a user does with a link before he opens it. */
  public enum Sign {
    /** The pointer rests on it, or it has the keyboard's focus. */
    REST,
    /** It is touched or pressed. */
    PRESS
  }

  /** Where the caller is, and what he may be about to open. */
  @Schema(name = "PrefetchRequest", requiredProperties = "page")
  public record Request(
      @Schema(description = "Path of the page, such as /market/AAPL") @Nullable String page,
      @Schema(
              description =
                  "Path of the page of a link that shows a sign of being opened; absent when a page"
                      + " has come to stand")
          @Nullable String link,
      @Schema(
              description =
                  "That sign: REST where the pointer rests on the link or it has the focus, PRESS"
                      + " where it is touched or pressed; REST if absent")
          @Nullable Sign sign,
      @Schema(
              description =
                  "Whether the browser had all of the page that stands, fetched ahead, and so asked"
                      + " the server for nothing")
          @Nullable Boolean warm,
      @Schema(
              description =
                  "Id of the portfolio that pages about a chosen one show; the first by name if"
                      + " absent")
          @Nullable UUID portfolio) {}

  /** Speculation rules, as browsers read them. */
  @Schema(name = "SpeculationRules")
  public record Rules(List<Rule> prefetch) {}

  /** One of them: what to fetch, and how readily. */
  @Schema(name = "SpeculationRule")
  public record Rule(String source, List<String> urls, String eagerness) {}

  @GET
  @Path("/predictions")
  @Operation(
      operationId = "getPredictions",
      summary = "What the caller may open next, with probability, reason, price and decision",
      description =
          "Loads nothing. The header Link names what a browser should fetch ahead. Learned from"
              + " visits of users who agreed; of others nothing is shown that fewer than k did.")
  @APIResponse(
      responseCode = "200",
      description = "The likeliest first",
      content = @Content(schema = @Schema(ref = "PredictionReport")))
  public Response predictions(
      @Parameter(description = "Path of the page where he is", required = true) @QueryParam("page")
          @Nullable String page,
      @Parameter(description = "What browsers send that save data") @HeaderParam(SAVE_DATA)
          @Nullable String saveData) {
    PredictionReport report =
        prefetch.predictions(current.caller(), demand(page), isSaving(saveData));
    Response.ResponseBuilder answer = Response.ok(report);
    ahead(report).forEach(href -> answer.header("Link", "<" + href + ">; rel=prefetch"));
    return answer.build();
  }

  @GET
  @Path("/speculation-rules")
  @Produces(RULES)
  @Operation(
      operationId = "getSpeculationRules",
      summary = "The same for plain pages, as speculation rules that browsers read")
  @APIResponse(
      responseCode = "200",
      description = "What to fetch ahead",
      content = @Content(mediaType = RULES, schema = @Schema(implementation = Rules.class)))
  public Rules rules(
      @Parameter(description = "Path of the page where he is", required = true) @QueryParam("page")
          @Nullable String page,
      @Parameter(description = "What browsers send that save data") @HeaderParam(SAVE_DATA)
          @Nullable String saveData) {
    List<String> urls =
        ahead(prefetch.predictions(current.caller(), demand(page), isSaving(saveData)));
    return new Rules(urls.isEmpty() ? List.of() : List.of(new Rule("list", urls, "moderate")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginPrefetch",
      summary = "Load ahead what is worth it, in the place of what was begun before",
      description =
          "For the caller alone, at low priority, within his budget and the server's. Of a link its"
              + " page alone is considered. What is begun may be fetched at once by requests with"
              + " the header X-Magnus-Ahead: such are answered from what lies on the shelves or is"
              + " on its way there, count as asked for by nobody, and else get 204.")
  @APIResponse(
      responseCode = "202",
      description = "What was decided; loading goes on",
      content = @Content(schema = @Schema(ref = "PredictionReport")))
  public Response begin(
      @Nullable Request request,
      @Parameter(description = "What browsers send that save data") @HeaderParam(SAVE_DATA)
          @Nullable String saveData) {
    String page = demand(request == null ? null : request.page());
    if (request != null && request.portfolio() != null) {
      prefetch.chose(current.caller(), request.portfolio());
    }
    PredictionReport report =
        request == null || request.link() == null
            ? prefetch.begin(current.caller(), page, isSaving(saveData), isWarm(request))
            : prefetch.begin(
                current.caller(),
                page,
                request.link(),
                request.sign() == Sign.PRESS,
                isSaving(saveData));
    return Response.status(Response.Status.ACCEPTED).entity(report).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "cancelPrefetch", summary = "Go on with nothing of it")
  @APIResponse(
      responseCode = "204",
      description = "Nothing more of it is loaded, or all of it had been")
  @APIResponse(responseCode = "404", description = "The caller has begun nothing of that id")
  public void cancel(
      @Parameter(description = "The 'id' that beginPrefetch answered") @PathParam("id") UUID id) {
    prefetch.cancel(current.caller(), id);
  }

  @GET
  @Path("/report")
  @AdminOnly
  @Operation(
      operationId = "getPrefetchReport",
      summary = "What predictive loading does and what difference it makes",
      description =
          "Counts are of the node that answers, since its start; perceived load times are of all.")
  @APIResponse(
      responseCode = "200",
      description = "Model, decisions, budgets, waste and benefit",
      content = @Content(schema = @Schema(ref = "PrefetchReport")))
  public PrefetchReport report() {
    return prefetch.report(current.caller());
  }

  private static List<String> ahead(PredictionReport report) {
    return report.items().stream()
        .filter(PredictionReport.Item::browser)
        .map(PredictionReport.Item::href)
        .collect(Collectors.toList());
  }

  private static boolean isWarm(@Nullable Request request) {
    return request != null && Boolean.TRUE.equals(request.warm());
  }

  private static String demand(@Nullable String page) {
    if (page == null) {
      throw Refusal.malformed("page", "", "the path of a page of the portal, such as /market/AAPL");
    }
    return page;
  }

  static boolean isSaving(@Nullable String saveData) {
    return saveData != null && saveData.strip().equalsIgnoreCase("on");
  }
}
