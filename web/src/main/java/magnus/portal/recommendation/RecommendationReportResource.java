package magnus.portal.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import magnus.basics.problem.Refusal;
import magnus.portal.identity.AdminOnly;
import magnus.recommendation.RecommendationReport;
import magnus.recommendation.RecommendationReports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How recommendations fare with all users. */
@Path("/recommendations/report")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
public class RecommendationReportResource {

  private static final int MOST_DAYS = 365;

  @Inject private RecommendationReports reports;

  @GET
  @Operation(
      operationId = "getRecommendationReport",
      summary = "Adoption, clicks, calibration, use of the portal and the gate for another ranking",
      description =
          "Sums over all users, for administrators. The gate holds the ranking that does not serve"
              + " against the lists that were shown (doubly robust); it may serve only where its"
              + " whole 95 % interval lies above what the serving one gained.")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(ref = "RecommendationReport")))
  @APIResponse(responseCode = "403", description = "The caller is no administrator")
  public RecommendationReport report(
      @Parameter(description = "Length of the time that ends now, 1 to 365")
          @QueryParam("days")
          @DefaultValue("30")
          int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Refusal.malformed("days", days, "a whole number from 1 to " + MOST_DAYS);
    }
    return reports.of(Duration.ofDays(days));
  }
}
