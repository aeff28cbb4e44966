package magnus.portal.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.problem.Refusal;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.MarketClockControl;
import magnus.market.MarketData;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The market as a whole, as of market time. */
@Path("/market")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class MarketResource {

  private static final int LONGEST_CALENDAR_DAYS = 3_700;

  @Inject private MarketData market;
  @Inject private MarketClockControl clock;

  /**
   * The risk-free rate.
   *
   * @param riskFree annual, as a fraction
   */
  @Schema(name = "Rates")
  public record Rates(double riskFree, Instant asOf) {}

  /** Trading days and dated events. */
  @Schema(name = "MarketCalendar")
  public record Calendar(List<Session> sessions, List<Catalyst> catalysts) {}

  @GET
  @Path("/vix")
  @Operation(
      operationId = "getVolatilityIndex",
      summary = "Daily bars of VIX, or of the simulated market's volatility index")
  @APIResponse(
      responseCode = "200",
      description = "In points, ascending by date",
      content = @Content(schema = @Schema(implementation = BarsView.class)))
  @APIResponse(responseCode = "400", description = "A date cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public BarsView vix(
      @Parameter(description = "First day; absent: a year before the last") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day; absent: today in market time") @QueryParam("to")
          @Nullable LocalDate to) {
    Instant asOf = clock.now().now();
    DayRange days = DayRange.yearUpTo(TradingCalendar.date(asOf), from, to);
    BarSeries bars =
        market
            .vix(days.first(), days.last(), asOf)
            .find()
            .orElseThrow(
                () ->
                    Refusal.of(
                        Refusal.Kind.UNKNOWN, "no-market-data", "There is no VIX as of " + asOf));
    return BarsView.of(bars);
  }

  @GET
  @Path("/rates")
  @Operation(operationId = "getRiskFreeRate", summary = "The risk-free rate known at market time")
  @APIResponse(
      responseCode = "200",
      description = "The rate",
      content = @Content(schema = @Schema(implementation = Rates.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Rates rates() {
    Instant asOf = clock.now().now();
    return new Rates(market.riskFreeRate(asOf), asOf);
  }

  @GET
  @Path("/calendar")
  @Operation(
      operationId = "getMarketCalendar",
      summary = "Trading days, and the dated events announced at market time")
  @APIResponse(
      responseCode = "200",
      description = "Ascending by date",
      content = @Content(schema = @Schema(implementation = Calendar.class)))
  @APIResponse(responseCode = "400", description = "A date cannot be read, or ten years and more")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Calendar calendar(
      @Parameter(description = "First day; absent: today in market time") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day; absent: 30 days after the first") @QueryParam("to")
          @Nullable LocalDate to) {
    Instant asOf = clock.now().now();
    LocalDate first = DayRange.checked("from", from, TradingCalendar.date(asOf));
    LocalDate last = DayRange.checked("to", to, first.plusDays(30));
    if (first.plusDays(LONGEST_CALENDAR_DAYS).isBefore(last)) {
      throw Refusal.malformed("to", last, "a date at most ten years after " + first);
    }
    return new Calendar(
        TradingCalendar.newYork().sessions(first, last), market.catalysts(first, last, asOf));
  }
}
