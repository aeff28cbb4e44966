package magnus.portal.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import magnus.portal.identity.CurrentCaller;
import magnus.recommendation.AssistReport;
import magnus.recommendation.Assistance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Help that knows the page. */
@Path("/assist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
public class AssistResource {

  @Inject private CurrentCaller current;
  @Inject private Assistance assistance;

  @GET
  @Operation(
      operationId = "assist",
      summary = "Quick actions and suggestions for a page",
      description = "By fixed rules from the data that the page shows; each names its source.")
  @APIResponse(
      responseCode = "200",
      description = "What helps there",
      content = @Content(schema = @Schema(ref = "AssistReport")))
  public AssistReport of(
      @Parameter(description = "The page's path in the portal", example = "/") @QueryParam("page")
          @Nullable String page) {
    return assistance.of(current.caller(), page == null ? "/" : page);
  }
}
