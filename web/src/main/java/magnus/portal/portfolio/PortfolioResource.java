package magnus.portal.portfolio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portal.freshness.ShelfAnswer;
import magnus.portal.identity.CurrentCaller;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.Holdings;
import magnus.portfolio.Lot;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Missing;
import magnus.portfolio.Portfolio;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.Portfolios;
import magnus.portfolio.RealisedReport;
import magnus.portfolio.TaxTreatment;
import magnus.risk.PortfolioShelves;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One portfolio: its name and how it takes lots, what it holds and how it did. */
@Path("/portfolio/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class PortfolioResource {

  private static final int PRECONDITION_FAILED = 412;

  @Inject CurrentCaller current;
  @Inject Portfolios portfolios;
  @Inject PortfolioShelves shelves;
  @Inject ShelfAnswer answer;

  /** What to change; what is left out stays. */
  @Schema(name = "PortfolioChange")
  public record PortfolioChange(
      @Nullable String name, @Nullable LotMethod lotMethod, @Nullable TaxTreatment taxTreatment) {}

  @GET
  @Operation(operationId = "getPortfolio", summary = "A portfolio with what it is worth")
  @APIResponse(
      responseCode = "200",
      description = "The portfolio; its ETag stands for name, lot method and tax treatment",
      content = @Content(schema = @Schema(implementation = PortfolioView.class)))
  public Response get(@Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return told(current.caller(), id);
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePortfolio",
      summary = "Change a portfolio's name, lot method or tax treatment",
      description = "With If-Match, only where its ETag is still that one; else 412.")
  @APIResponse(
      responseCode = "200",
      description = "The portfolio as it is now",
      content = @Content(schema = @Schema(implementation = PortfolioView.class)))
  public Response change(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      PortfolioChange change,
      @Context Request request) {
    Caller caller = current.caller();
    Portfolio now = portfolios.get(caller, id);
    if (request.evaluatePreconditions(tag(now)) != null) {
      throw new ClientErrorException(PRECONDITION_FAILED);
    }
    try {
      portfolios.update(
          caller, id, change.name(), change.lotMethod(), change.taxTreatment(), now.version());
    } catch (Refusal e) {
      if (e.slug().equals("stale-portfolio")) {
        throw new ClientErrorException(PRECONDITION_FAILED);
      }
      throw e;
    }
    return told(caller, id);
  }

  @DELETE
  @Operation(
      operationId = "deletePortfolio",
      summary = "Remove a portfolio with all its transactions and imports")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void delete(@Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    portfolios.delete(current.caller(), id);
  }

  @GET
  @Path("/holdings")
  @Operation(
      operationId = "getHoldings",
      summary = "What is held now, at market prices",
      description =
          "Totals count what has a price in the portfolio's currency; the rest is named in 'missing'.")
  @APIResponse(
      responseCode = "200",
      description = "The holdings by symbol",
      content = @Content(schema = @Schema(ref = "Holdings")))
  public Holdings holdings(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return answer.of(shelves.holdings(current.caller(), id), "no-holdings");
  }

  /** Open lots. */
  @Schema(name = "Lots")
  public record Lots(List<Lot> items) {}

  @GET
  @Path("/lots")
  @Operation(operationId = "getLots", summary = "Open tax lots by symbol and age")
  @APIResponse(
      responseCode = "200",
      description = "The lots; one without costBasis is older than the history",
      content = @Content(schema = @Schema(implementation = Lots.class)))
  public Lots lots(@Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return new Lots(portfolios.lots(current.caller(), id, portfolios.now()));
  }

  @GET
  @Path("/realised")
  @Operation(operationId = "getRealised", summary = "Realised gains, short and long term")
  @APIResponse(
      responseCode = "200",
      description = "The gains in the order of closing",
      content = @Content(schema = @Schema(ref = "RealisedReport")))
  public RealisedReport realised(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(description = "Calendar year of closing; all years where left out")
          @QueryParam("year")
          @Nullable Integer year) {
    return portfolios.realised(current.caller(), id, year, portfolios.now());
  }

  @GET
  @Path("/performance")
  @Operation(operationId = "getPerformance", summary = "Time- and money-weighted returns")
  @APIResponse(
      responseCode = "200",
      description = "The returns; one that cannot be computed says why",
      content = @Content(schema = @Schema(implementation = PerformanceView.class)))
  public PerformanceView performance(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(description = "First day; that of the first transaction where left out")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day; the last session that has closed where left out")
          @QueryParam("to")
          @Nullable LocalDate to) {
    return PerformanceView.of(
        portfolios.performance(current.caller(), id, from, to, portfolios.now()));
  }

  /** Values by session. */
  @Schema(name = "ValueHistory")
  public record ValueHistory(String currency, List<DailyValue> items, List<Missing> missing) {}

  @GET
  @Path("/value-history")
  @Operation(
      operationId = "getValueHistory",
      summary = "Value and net contributions at the close of each session")
  @APIResponse(
      responseCode = "200",
      description = "The sessions in order",
      content = @Content(schema = @Schema(implementation = ValueHistory.class)))
  public ValueHistory valueHistory(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(description = "First day; that of the first transaction where left out")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day; the last session that has closed where left out")
          @QueryParam("to")
          @Nullable LocalDate to) {
    DailyValues values =
        answer.of(shelves.dailyValues(current.caller(), id, from, to), "no-value-history");
    return new ValueHistory(values.currency(), values.days(), values.notices());
  }

  private Response told(Caller caller, UUID id) {
    PortfolioSummary summary = portfolios.summary(caller, id, portfolios.now());
    return Response.ok(PortfolioView.of(summary)).tag(tag(summary.portfolio())).build();
  }

  private static EntityTag tag(Portfolio portfolio) {
    return new EntityTag(Integer.toString(portfolio.version()));
  }
}
