package magnus.portal.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import magnus.cache.DecisionView;
import magnus.cache.Shelves;
import magnus.portal.identity.AdminOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What decides whether an event drops an entry that it touches. */
@Path("cache/decision")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@Tag(name = "Cache")
public class CacheDecisionResource {

  @Inject private Shelves shelves;

  /** The learned decision beside the rule: where it is in force, and why. */
  @GET
  @Operation(
      operationId = "getCacheDecision",
      summary =
          "The learned decision beside the rule: coefficients, figures on held-out dates, where it"
              + " is in force, and what came true since (administrators)")
  @APIResponse(
      responseCode = "200",
      description = "The decision and its figures",
      content = @Content(schema = @Schema(ref = "DecisionView")))
  public DecisionView get() {
    return shelves.decision();
  }
}
