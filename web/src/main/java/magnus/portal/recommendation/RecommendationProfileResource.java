package magnus.portal.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import magnus.basics.problem.Refusal;
import magnus.portal.identity.CurrentCaller;
import magnus.recommendation.Profile;
import magnus.recommendation.RecommendationProfiles;
import magnus.recommendation.Recommendations;
import magnus.recommendation.RiskTolerance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller said of himself. */
@Path("/recommendations/profile")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
public class RecommendationProfileResource {

  @Inject private CurrentCaller current;
  @Inject private RecommendationProfiles profiles;
  @Inject private Recommendations recommendations;

  /** What to keep. */
  @Schema(
      name = "ProfileRequest",
      requiredProperties = {"riskTolerance", "horizonYears"})
  public record ProfileRequest(
      @Nullable RiskTolerance riskTolerance,
      @Schema(description = "Years until you need the money, 1 to 50")
          @Nullable Integer horizonYears,
      @Schema(description = "Whether gains are taxed", defaultValue = "true")
          @Nullable Boolean taxed,
      @Schema(description = "Share of a gain on what was held up to a year, 0 to 0.6")
          @Nullable Double shortRate,
      @Schema(description = "Share of a gain on what was held longer, 0 to 0.6")
          @Nullable Double longRate,
      @Schema(description = "Of the muted kinds, those that stay muted; all where absent")
          @Nullable List<String> mutedKinds) {}

  @GET
  @Operation(
      operationId = "getRecommendationProfile",
      summary = "What you said of yourself, or what is assumed")
  @APIResponse(
      responseCode = "200",
      description = "The profile; asked is false while it is assumed",
      content = @Content(schema = @Schema(ref = "Profile")))
  public Profile get() {
    return profiles.of(current.caller());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setRecommendationProfile",
      summary = "Say how much risk you bear, when you need the money and how you are taxed")
  @APIResponse(
      responseCode = "200",
      description = "The profile as it is now; your next list minds it",
      content = @Content(schema = @Schema(ref = "Profile")))
  public Profile set(ProfileRequest wish) {
    Profile now = profiles.of(current.caller());
    RiskTolerance tolerance = wish.riskTolerance();
    Integer years = wish.horizonYears();
    if (tolerance == null) {
      throw Refusal.malformed("riskTolerance", "", "one of CAUTIOUS, BALANCED, BOLD");
    }
    if (years == null) {
      throw Refusal.malformed("horizonYears", "", "a whole number from 1 to 50");
    }
    Boolean taxed = wish.taxed();
    Double shortRate = wish.shortRate();
    Double longRate = wish.longRate();
    List<String> muted = wish.mutedKinds();
    return recommendations.changeProfile(
        current.caller(),
        new Profile(
            true,
            tolerance,
            years,
            taxed == null || taxed,
            shortRate == null ? now.shortRate() : shortRate,
            longRate == null ? now.longRate() : longRate,
            muted == null ? now.mutedKinds() : muted));
  }
}
