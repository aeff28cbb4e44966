package magnus.portal.prefetch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import magnus.portal.identity.CurrentCaller;
import magnus.prefetch.Behavior;
import magnus.prefetch.PatternReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller repeats. */
@Path("/prefetch/patterns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prefetch")
public class PatternsResource {

  @Inject private Behavior behavior;
  @Inject private CurrentCaller current;

  /** The patterns. */
  @Schema(name = "BehaviorPatterns")
  public record Patterns(List<PatternReport> items) {}

  @GET
  @Operation(
      operationId = "listPatterns",
      summary = "What the caller repeats, in words, from what is stored of him alone",
      description =
          "Seen three times at least; hours and weekdays are New York's. The surest first, by the"
              + " lower end of a 95 % interval of the share.")
  @APIResponse(
      responseCode = "200",
      description = "At most 20",
      content = @Content(schema = @Schema(implementation = Patterns.class)))
  public Patterns patterns() {
    return new Patterns(behavior.patterns(current.caller()));
  }
}
