package magnus.portal.tax;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.portal.identity.CurrentCaller;
import magnus.portfolio.AfterTaxPlan;
import magnus.portfolio.Portfolios;
import magnus.portfolio.TaxYear;
import magnus.portfolio.Taxes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** US tax over all of the caller's portfolios in US dollars: what a year came to, and a plan. */
@Path("/portfolio/tax")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Taxes")
public class TaxResource {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  @Inject private CurrentCaller current;
  @Inject private Portfolios portfolios;
  @Inject private Taxes taxes;

  @GET
  @Path("/year")
  @Operation(
      operationId = "getTaxYear",
      summary = "A year's gains with wash sales over all your portfolios",
      description =
          "Losses are matched with purchases 30 days before and after, in every portfolio, retirement"
              + " accounts and calls too (26 USC 1091). Also says what not to buy or sell now.")
  @APIResponse(
      responseCode = "200",
      description = "The year",
      content = @Content(schema = @Schema(ref = "TaxYear")))
  public TaxYear year(
      @Parameter(description = "Calendar year; this one where left out") @QueryParam("year")
          @Nullable Integer year,
      @Parameter(
              description =
                  "Symbols that you take as substantially identical, by commas; may come more often",
              example = "VOO,IVV")
          @QueryParam("identical")
          List<String> identical) {
    Instant now = portfolios.now();
    int wished = year == null ? TradingCalendar.date(now).getYear() : year;
    if (wished < FIRST_YEAR || wished > LAST_YEAR) {
      throw Refusal.malformed("year", wished, "a year from 1900 to 2200");
    }
    return taxes.year(
        current.caller(),
        wished,
        TaxPlanRequest.groups(
            identical.stream().map(group -> Arrays.asList(group.split(",", -1))).toList()),
        now);
  }

  @POST
  @Path("/plan")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "planAfterTax",
      summary = "One plan after tax: rebalance, harvest losses, write calls",
      description =
          "Works out which lots to sell, what to buy and which calls to write so that, after tax and"
              + " costs, nothing is worth more; keeps clear of wash sales; says of each lot left out"
              + " what selling it would lose. Changes nothing. A calculation, not tax advice.")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content = @Content(schema = @Schema(ref = "AfterTaxPlan")))
  @APIResponse(responseCode = "400", description = "A value cannot be")
  @APIResponse(responseCode = "404", description = "No such portfolio")
  public AfterTaxPlan plan(TaxPlanRequest request) {
    return taxes.plan(current.caller(), request.wish(), portfolios.now());
  }
}
