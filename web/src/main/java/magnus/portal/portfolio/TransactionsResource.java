package magnus.portal.portfolio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.portfolio.Portfolio;
import magnus.portfolio.Portfolios;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The history of one portfolio. */
@Path("/portfolio/{id}/transactions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class TransactionsResource {

  @Inject CurrentCaller current;
  @Inject Portfolios portfolios;
  @Inject IdempotentWrites writes;

  @GET
  @Operation(operationId = "listTransactions", summary = "Transactions, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of transactions",
      content = @Content(schema = @Schema(implementation = TransactionView.Page.class)))
  public TransactionView.Page list(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(description = "The 'next' of the page before") @QueryParam("before")
          @Nullable String before,
      @Parameter(description = "At most that many, from 1 to 500")
          @QueryParam("limit")
          @DefaultValue("100")
          int limit) {
    TransactionPage page = portfolios.transactions(current.caller(), id, before, limit);
    return new TransactionView.Page(
        page.items().stream().map(TransactionView::of).toList(), page.next());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addTransaction",
      summary = "Enter a transaction by hand",
      description =
          "Refused with 422 where the history would not add up, such as a sale of more than is held.")
  @APIResponse(
      responseCode = "201",
      description = "The transaction",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response add(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      TransactionRequest wish,
      @Parameter(description = "Repeats with the same key within a day get the first answer")
          @HeaderParam(IdempotentWrites.HEADER)
          @Nullable String key) {
    Caller caller = current.caller();
    Portfolio portfolio = portfolios.get(caller, id);
    return writes.created(
        caller,
        key,
        "POST /portfolio/" + id + "/transactions",
        wish,
        () -> {
          Transaction made = wish.toTransaction(portfolio.currency());
          portfolios.append(caller, id, List.of(made), null);
          return new IdempotentWrites.Made(TransactionView.of(made), null);
        });
  }

  @DELETE
  @Path("/{transaction}")
  @Operation(
      operationId = "removeTransaction",
      summary = "Take back a transaction that was entered by hand")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "No such portfolio or transaction")
  @APIResponse(
      responseCode = "409",
      description = "An import brought it, or transactions entered by hand need it")
  public void remove(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(description = "The transaction's id") @PathParam("transaction") UUID transaction) {
    portfolios.removeTransaction(current.caller(), id, transaction);
  }
}
