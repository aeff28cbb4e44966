package magnus.portal.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.basics.problem.Refusal;
import magnus.market.MarketClockControl;
import magnus.market.MarketMoment;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Market time. */
@Path("/market/clock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class MarketClockResource {

  @Inject private MarketClockControl clock;
  @Inject private CurrentCaller current;

  /**
   * What market time shall be.
   *
   * @param at where a replay begins; absent: where market time stands
   * @param speed market seconds per second, 0 to pause; absent: as it was
   */
  @Schema(
      name = "MarketClockSetting",
      requiredProperties = {"mode"})
  public record Setting(
      MarketMoment.@Nullable Mode mode, @Nullable Instant at, @Nullable Double speed) {}

  @GET
  @Operation(
      operationId = "getMarketClock",
      summary = "Shows market time, the as-of of every figure")
  @APIResponse(
      responseCode = "200",
      description = "Market time",
      content = @Content(schema = @Schema(ref = "MarketMoment")))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public MarketMoment now() {
    return clock.now();
  }

  @PUT
  @AdminOnly
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setMarketClock",
      summary = "Sets market time for everybody: live, or a replay of the past",
      description =
          "Counts on this node at once, on others within a second, and after restarts. A replay"
              + " without 'at' goes on from where market time stands, so that a change of speed or a"
              + " pause does not move it.")
  @APIResponse(
      responseCode = "200",
      description = "Market time as set",
      content = @Content(schema = @Schema(ref = "MarketMoment")))
  @APIResponse(responseCode = "400", description = "The instant or the speed is out of range")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "Only administrators set it")
  public MarketMoment set(@Nullable Setting setting) {
    if (setting == null || setting.mode() == null) {
      throw Refusal.malformed("mode", "", "LIVE or REPLAY");
    }
    return clock.set(
        current.caller(),
        current.origin(),
        setting.mode(),
        Optional.ofNullable(setting.at()),
        setting.speed() == null ? OptionalDouble.empty() : OptionalDouble.of(setting.speed()));
  }
}
