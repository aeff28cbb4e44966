package magnus.portal.options;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.options.OptionAnalysis;
import magnus.options.OptionDesk;
import magnus.options.OptionQuery;
import magnus.options.OptionScans;
import magnus.options.RollReport;
import magnus.options.ScanReport;
import magnus.portal.freshness.ShelfAnswer;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Options at market time. Chances are in the pricing measure: what the market pays for. */
@Path("/agents/options")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Options", description = "What could be sold, and what options say")
public class OptionsResource {

  private static final String PORTFOLIO = "portfolio";

  @Inject private OptionScans scans;
  @Inject private OptionDesk desk;
  @Inject private CurrentCaller current;
  @Inject private ShelfAnswer answer;
  @Inject private MarketClock clock;

  @GET
  @Path("/top")
  @Operation(
      operationId = "getTopOptions",
      summary = "The best cash-secured puts and covered calls of the universe",
      description =
          "Scored by TOPSIS with fixed ideal and worst figures: score = Σ w²g² / (Σ w²g² +"
              + " Σ w²(1−g)²), and the points of its parts add up to it. The operation options_scan"
              + " streams the same as it is found.")
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "CASH_SECURED_PUT or COVERED_CALL; absent: both",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "symbols",
      in = ParameterIn.QUERY,
      description = "Underlyings between commas; absent: all",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "sectors",
      in = ParameterIn.QUERY,
      description = "Sectors between commas; absent: all",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "weights",
      in = ParameterIn.QUERY,
      description =
          "criterion:weight between commas, such as YIELD:2,QUIET:0; of YIELD, PROFIT_CHANCE,"
              + " CUSHION, RICHNESS, LIQUIDITY, BAD_OUTCOME, QUIET. Further parameters: leastDelta,"
              + " mostDelta, leastDays, mostDays, leastOpenInterest, mostSpread, leastYield,"
              + " avoidEarnings, avoidExDividend, mostCollateral, mostPerSymbol, mostPerSector,"
              + " count",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The best first",
      content = @Content(schema = @Schema(ref = "ScanReport")))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public ScanReport top(@Context UriInfo uri) {
    return answer.of(scans.top(query(uri, List.of())), "no-opportunities");
  }

  @GET
  @Path("/analyze")
  @Operation(
      operationId = "analyzeOptions",
      summary = "What the options of one underlying say",
      description =
          "An arbitrage-checked volatility surface, the rank of implied volatility within its last"
              + " year, the best sales, and the usual strategies at today's quotes with break-evens,"
              + " largest profit and loss and margin.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(ref = "OptionAnalysis")))
  @APIResponse(responseCode = "404", description = "There is no such symbol, or it has no options")
  public OptionAnalysis analyze(
      @Parameter(description = "The underlying", required = true, example = "AAPL")
          @QueryParam("symbol")
          @Nullable String symbol) {
    if (symbol == null || symbol.isBlank()) {
      throw Refusal.malformed("symbol", symbol, "the ticker of an underlying");
    }
    return desk.analyze(symbol.trim().toUpperCase(Locale.ROOT), clock.instant());
  }

  @GET
  @Path("/covered-calls")
  @Operation(
      operationId = "getCoveredCalls",
      summary = "Calls that could be sold on shares of a portfolio",
      description =
          "On every hundred shares that no sold call covers yet; further parameters as of /top.")
  @APIResponse(
      responseCode = "200",
      description = "The best first",
      content = @Content(schema = @Schema(ref = "ScanReport")))
  @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
  public ScanReport coveredCalls(
      @Parameter(description = "The portfolio's id", required = true) @QueryParam(PORTFOLIO)
          @Nullable UUID portfolio,
      @Context UriInfo uri) {
    return desk.coveredCalls(
        current.caller(),
        given(portfolio),
        query(uri, List.of(PORTFOLIO)).request(),
        clock.instant());
  }

  @GET
  @Path("/rolls")
  @Operation(
      operationId = "getRolls",
      summary = "What could be done with the options that a portfolio has sold",
      description =
          "Which want attention and why, and up to three later options that could take the place of"
              + " each for a credit, bought back at the ask and sold at the bid.")
  @APIResponse(
      responseCode = "200",
      description = "The urgent first",
      content = @Content(schema = @Schema(ref = "RollReport")))
  @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
  public RollReport rolls(
      @Parameter(description = "The portfolio's id", required = true) @QueryParam(PORTFOLIO)
          @Nullable UUID portfolio) {
    return desk.rolls(current.caller(), given(portfolio), clock.instant());
  }

  private static UUID given(@Nullable UUID portfolio) {
    if (portfolio == null) {
      throw Refusal.malformed(PORTFOLIO, null, "the id of a portfolio");
    }
    return portfolio;
  }

  private static OptionQuery query(UriInfo uri, List<String> others) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    Map<String, String> parameters = new HashMap<>();
    given.forEach(
        (name, values) -> {
          if (!others.contains(name)) {
            if (values.size() != 1) {
              throw Refusal.malformed(name, values, "one value");
            }
            parameters.put(name, values.get(0));
          }
        });
    return OptionQuery.of(parameters);
  }
}
