package magnus.portal.portfolio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import magnus.identity.Caller;
import magnus.portal.freshness.ShelfAnswer;
import magnus.portal.identity.CurrentCaller;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Portfolio;
import magnus.portfolio.Portfolios;
import magnus.portfolio.TaxTreatment;
import magnus.risk.PortfolioShelves;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's portfolios. Those of others do not exist for him. */
@Path("/portfolio")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class PortfoliosResource {

  @Inject CurrentCaller current;
  @Inject Portfolios portfolios;
  @Inject PortfolioShelves shelves;
  @Inject ShelfAnswer answer;
  @Inject IdempotentWrites writes;

  /** A portfolio to make. */
  @Schema(name = "PortfolioRequest", requiredProperties = "name")
  public record PortfolioRequest(
      @Schema(description = "1 to 100 characters") @Nullable String name,
      @Schema(description = "ISO 4217", defaultValue = "USD") @Nullable String currency,
      @Schema(description = "Which lots a sale takes", defaultValue = "FIFO")
          @Nullable LotMethod lotMethod,
      @Schema(description = "How its gains are taxed", defaultValue = "TAXABLE")
          @Nullable TaxTreatment taxTreatment) {}

  @GET
  @Operation(operationId = "listPortfolios", summary = "Your portfolios with what they are worth")
  @APIResponse(
      responseCode = "200",
      description = "The portfolios by name",
      content = @Content(schema = @Schema(implementation = PortfolioView.Items.class)))
  public PortfolioView.Items list() {
    return new PortfolioView.Items(
        answer.of(shelves.list(current.caller()), "no-portfolios").stream()
            .map(PortfolioView::of)
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createPortfolio", summary = "Make a portfolio")
  @APIResponse(
      responseCode = "201",
      description = "The portfolio; Location is its address",
      content = @Content(schema = @Schema(implementation = PortfolioView.class)))
  public Response create(
      PortfolioRequest wish,
      @Parameter(description = "Repeats with the same key within a day get the first answer")
          @HeaderParam(IdempotentWrites.HEADER)
          @Nullable String key,
      @Context UriInfo uri) {
    Caller caller = current.caller();
    return writes.created(
        caller,
        key,
        "POST /portfolio",
        wish,
        () -> {
          Portfolio made =
              portfolios.create(
                  caller,
                  wish.name() == null ? "" : wish.name(),
                  wish.currency() == null ? "USD" : wish.currency(),
                  wish.lotMethod() == null ? LotMethod.FIFO : wish.lotMethod(),
                  wish.taxTreatment() == null ? TaxTreatment.TAXABLE : wish.taxTreatment());
          Instant now = portfolios.now();
          return new IdempotentWrites.Made(
              PortfolioView.of(portfolios.summary(caller, made.id(), now)),
              uri.getAbsolutePathBuilder().path(made.id().toString()).build());
        });
  }
}
