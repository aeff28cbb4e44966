package magnus.portal.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.CorporateAction;
import magnus.market.InstrumentListing;
import magnus.market.MarketClockControl;
import magnus.market.MarketData;
import magnus.market.MarketDirectory;
import magnus.market.MarketShelves;
import magnus.portal.freshness.ShelfAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Instruments and their prices, as of market time. */
@Path("/market/symbols")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class InstrumentResource {

  private static final int LONGEST_PAGE = 500;

  private static final String NO_DATA = "no-market-data";

  @Inject private MarketDirectory directory;
  @Inject private MarketData market;
  @Inject private MarketShelves shelves;
  @Inject private ShelfAnswer answer;
  @Inject private MarketClockControl clock;

  /** Splits and dividends, ascending by ex-date. */
  @Schema(name = "CorporateActions")
  public record Actions(List<CorporateAction> items) {}

  private Instant asOf() {
    return clock.now().now();
  }

  @GET
  @Operation(operationId = "searchInstruments", summary = "Searches instruments by symbol or name")
  @APIResponse(
      responseCode = "200",
      description = "By symbol; next is the cursor of the next page",
      content = @Content(schema = @Schema(ref = "MarketDirectoryPage")))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public MarketDirectory.Page search(
      @Parameter(description = "Part of the symbol or name; empty for all")
          @QueryParam("query")
          @DefaultValue("")
          String query,
      @Parameter(description = "GICS sector") @QueryParam("sector") @DefaultValue("") String sector,
      @Parameter(description = "Cursor") @QueryParam("after") @DefaultValue("") String after,
      @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + LONGEST_PAGE);
    }
    return directory.search(query, sector, after, limit, asOf());
  }

  @GET
  @Path("/{symbol}")
  @Operation(
      operationId = "getInstrument",
      summary = "Shows one instrument and the days of its prices")
  @APIResponse(
      responseCode = "200",
      description = "The instrument",
      content = @Content(schema = @Schema(ref = "InstrumentListing")))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such symbol")
  public InstrumentListing get(@PathParam("symbol") String symbol) {
    return directory.get(upper(symbol), asOf());
  }

  private static String upper(String symbol) {
    return symbol.toUpperCase(Locale.ROOT);
  }

  @GET
  @Path("/{symbol}/bars")
  @Operation(operationId = "getBars", summary = "Daily bars that are known at market time")
  @APIResponse(
      responseCode = "200",
      description = "Ascending by date",
      content = @Content(schema = @Schema(implementation = BarsView.class)))
  @APIResponse(responseCode = "400", description = "A date cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such symbol, or no price of it is known")
  public BarsView bars(
      @PathParam("symbol") String symbol,
      @Parameter(description = "First day; absent: a year before the last") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day; absent: today in market time") @QueryParam("to")
          @Nullable LocalDate to) {
    Instant asOf = asOf();
    DayRange days = DayRange.yearUpTo(TradingCalendar.date(asOf), from, to);
    return BarsView.of(found(market.bars(upper(symbol), days.first(), days.last(), asOf)));
  }

  @GET
  @Path("/{symbol}/quote")
  @Operation(operationId = "getQuote", summary = "The latest price known at market time")
  @APIResponse(
      responseCode = "200",
      description = "The quote",
      content = @Content(schema = @Schema(implementation = QuoteView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such symbol, or no price of it is known")
  public QuoteView quote(@PathParam("symbol") String symbol) {
    return QuoteView.of(answer.of(shelves.quote(upper(symbol)), NO_DATA), answer.isStale());
  }

  @GET
  @Path("/{symbol}/option-chain")
  @Operation(operationId = "getOptionChain", summary = "The option chain as of market time")
  @APIResponse(
      responseCode = "200",
      description = "All expiries, and the contracts of the one asked for or of all",
      content = @Content(schema = @Schema(implementation = OptionChainView.class)))
  @APIResponse(responseCode = "400", description = "The expiry cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "There is no option chain of that symbol")
  public OptionChainView optionChain(
      @PathParam("symbol") String symbol,
      @Parameter(description = "One expiry; absent: all") @QueryParam("expiry")
          @Nullable LocalDate expiry) {
    return OptionChainView.of(answer.of(shelves.optionChain(upper(symbol)), NO_DATA), expiry);
  }

  @GET
  @Path("/{symbol}/corporate-actions")
  @Operation(
      operationId = "getCorporateActions",
      summary = "Splits and cash dividends that are known at market time")
  @APIResponse(
      responseCode = "200",
      description = "Ascending by ex-date",
      content = @Content(schema = @Schema(implementation = Actions.class)))
  @APIResponse(responseCode = "400", description = "A date cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such symbol")
  public Actions corporateActions(
      @PathParam("symbol") String symbol,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    Instant asOf = asOf();
    directory.get(upper(symbol), asOf);
    LocalDate today = TradingCalendar.date(asOf);
    return new Actions(
        market.corporateActions(
            upper(symbol),
            DayRange.checked("from", from, today.minusYears(10)),
            DayRange.checked("to", to, today.plusYears(1)),
            asOf));
  }

  private static <T> T found(Result<T> result) {
    return result
        .find()
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.UNKNOWN,
                    NO_DATA,
                    result.findFailure().map(f -> f.detail()).orElse("There is no such data.")));
  }
}
