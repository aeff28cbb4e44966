package magnus.portal.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.portal.portfolio.IdempotentWrites;
import magnus.recommendation.Feedback;
import magnus.recommendation.History;
import magnus.recommendation.Recommendation;
import magnus.recommendation.RecommendationHistory;
import magnus.recommendation.RecommendationList;
import magnus.recommendation.Recommendations;
import magnus.recommendation.Verdict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller is recommended, and what he says to it. */
@Path("/recommendations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
public class RecommendationsResource {

  @Inject private CurrentCaller current;
  @Inject private Recommendations recommendations;
  @Inject private RecommendationHistory history;
  @Inject private IdempotentWrites writes;

  /** The one card to look at first. */
  @Schema(name = "NextAction")
  public record NextAction(
      @Schema(description = "Absent where nothing is recommended now")
          @Nullable Recommendation recommendation,
      String message) {}

  /** What is said to a card. */
  @Schema(name = "FeedbackRequest", requiredProperties = "action")
  public record FeedbackRequest(
      @Nullable Verdict action,
      @Schema(description = "In your words, at most 500 characters") @Nullable String reason,
      @Schema(description = "For SNOOZE: market time until which it rests; a week where absent")
          @Nullable Instant until) {}

  @GET
  @Operation(
      operationId = "listRecommendations",
      summary = "What is recommended to you now",
      description =
          "At most three cards, drawn by a stated random policy from all candidates; each says what"
              + " it is worth, how likely you take it and why, and what would change the mind. The"
              + " list stays until you answer a card, the market day changes or a card no longer"
              + " holds.")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(ref = "RecommendationList")))
  public RecommendationList list() {
    return recommendations.list(current.caller());
  }

  @GET
  @Path("/next-action")
  @Operation(
      operationId = "getNextAction",
      summary = "The card of your list with the largest expected benefit")
  @APIResponse(
      responseCode = "200",
      description = "The card, if there is one",
      content = @Content(schema = @Schema(ref = "NextAction")))
  public NextAction nextAction() {
    return recommendations
        .nextAction(current.caller())
        .map(r -> new NextAction(r, r.title()))
        .orElseGet(() -> new NextAction(null, "Nothing is recommended now."));
  }

  @POST
  @Path("/{id}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerRecommendation",
      summary = "Say what you think of a card",
      description =
          "ACCEPT, REJECT and SNOOZE keep the same action away for 30 days, 90 days and until the"
              + " time given, whatever kind proposes it; NOT_THIS_KIND keeps its whole kind away"
              + " until you change your profile. The answer is your next list.")
  @APIResponse(
      responseCode = "200",
      description = "Your next list, which minds what you said",
      content = @Content(schema = @Schema(ref = "RecommendationList")))
  public Response answer(
      @Parameter(description = "The recommendation's id") @PathParam("id") UUID id,
      FeedbackRequest said,
      @Parameter(description = "Repeats with the same key within a day get the first answer")
          @HeaderParam(IdempotentWrites.HEADER)
          @Nullable String key) {
    Caller caller = current.caller();
    Verdict action = said.action();
    if (action == null) {
      throw Refusal.malformed("action", "", "one of ACCEPT, REJECT, SNOOZE, NOT_THIS_KIND");
    }
    return writes.created(
        caller,
        key,
        "POST /recommendations/" + id + "/feedback",
        said,
        () ->
            new IdempotentWrites.Made(
                Response.Status.OK.getStatusCode(),
                recommendations.answer(
                    caller, id, new Feedback(action, said.reason(), said.until())),
                null));
  }

  @POST
  @Path("/{id}/opened")
  @Operation(
      operationId = "openRecommendation",
      summary = "Note that you looked closer at a card",
      description = "Counted once per card, for the administrators' figures alone.")
  @APIResponse(responseCode = "204", description = "Noted")
  public void opened(@Parameter(description = "The recommendation's id") @PathParam("id") UUID id) {
    recommendations.opened(current.caller(), id);
  }

  @GET
  @Path("/history")
  @Operation(
      operationId = "listRecommendationHistory",
      summary = "What became of what you took up and turned down",
      description =
          "The gain of the proposed change since your answer, for 90 days, with the 95 % interval"
              + " of luck; costs and taxes aside.")
  @APIResponse(
      responseCode = "200",
      description = "Your last hundred answers, the newest first",
      content = @Content(schema = @Schema(ref = "History")))
  public History history() {
    return history.of(current.caller());
  }
}
