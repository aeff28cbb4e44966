package magnus.portal.prefetch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import magnus.portal.identity.AdminOnly;
import magnus.prefetch.Queries;
import magnus.prefetch.QueryReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statements that the product runs, and those that are expected. */
@Path("/prefetch/queries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prefetch")
public class QueriesResource {

  @Inject private Queries queries;

  @GET
  @AdminOnly
  @Operation(
      operationId = "getQueries",
      summary = "Which statements the database is asked, for whom and for which shelf; and next",
      description =
          "Of all nodes, by quarters of an hour; no value of anybody's is kept with a statement."
              + " What is expected comes from the same quarter of earlier days and weeks.")
  @APIResponse(
      responseCode = "200",
      description = "Statements, windows, costs of loads, forecast",
      content = @Content(schema = @Schema(ref = "QueryReport")))
  @APIResponse(responseCode = "400", description = "Hours that are none")
  public QueryReport queries(
      @Parameter(description = "How many hours back, 1 to 168")
          @QueryParam("hours")
          @DefaultValue("24")
          int hours) {
    return queries.report(hours);
  }
}
