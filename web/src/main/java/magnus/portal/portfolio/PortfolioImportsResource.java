package magnus.portal.portfolio;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.portal.problem.Upload;
import magnus.portfolio.PortfolioImport;
import magnus.portfolio.PortfolioImports;
import magnus.portfolio.Portfolios;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Brokers' files into a portfolio: a look at first, then all of it or nothing. */
@Path("/portfolio/{portfolio}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio imports")
public class PortfolioImportsResource {

  private static final String FORMATS =
      "auto, or one of ibkr-flex-xml, ofx, schwab-json, ghostfolio-json, ibkr-flex-csv, schwab-csv,"
          + " schwab-bank-csv, fidelity-csv, ghostfolio-csv";

  @Inject PortfolioImports imports;
  @Inject Portfolios portfolios;
  @Inject MarketClock clock;
  @Inject CurrentCaller current;
  @Inject IdempotentWrites writes;

  @POST
  @Upload
  @Path("/preview")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "previewPortfolioImport",
      summary = "Shows what importing a broker's file would do, row by row",
      description =
          "Stores nothing. The body is the file's bytes; its format and encoding are found from the"
              + " content. Bad rows are told with line, field, value and what was expected.")
  @RequestBody(
      description = "The file as the broker gave it",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "What would happen",
      content = @Content(schema = @Schema(implementation = ImportPreviewBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such portfolio")
  @APIResponse(responseCode = "413", description = "The file is too large")
  @APIResponse(responseCode = "422", description = "The file as a whole cannot be read")
  public ImportPreviewBody preview(
      @PathParam("portfolio") UUID portfolio,
      @Parameter(description = "The file's name on the user's computer")
          @QueryParam("name")
          @DefaultValue("")
          String name,
      @Parameter(description = FORMATS) @QueryParam("format") @DefaultValue("auto") String format,
      InputStream body)
      throws IOException {
    return ImportPreviewBody.of(
        imports.preview(current.caller(), portfolio, name, format, bytes(body), clock.instant()));
  }

  @POST
  @Upload
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importIntoPortfolio",
      summary = "Imports a broker's file",
      description =
          "All or nothing. Rows that the portfolio has already, from this file or one that overlaps"
              + " it, are recognised and left out.")
  @RequestBody(
      description = "The file as the broker gave it",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "Nothing in the file was new; nothing was stored",
      content = @Content(schema = @Schema(implementation = ImportBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is imported; Location is its address",
      content = @Content(schema = @Schema(implementation = ImportBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such portfolio")
  @APIResponse(responseCode = "409", description = "The same rows were stored meanwhile")
  @APIResponse(responseCode = "413", description = "The file is too large")
  @APIResponse(
      responseCode = "422",
      description = "Rows cannot be read; errors lists each with line, field, value and expected")
  public Response run(
      @PathParam("portfolio") UUID portfolio,
      @Parameter(description = "The file's name on the user's computer")
          @QueryParam("name")
          @DefaultValue("")
          String name,
      @Parameter(description = FORMATS) @QueryParam("format") @DefaultValue("auto") String format,
      @Parameter(description = "Repeats with the same key within a day get the first answer")
          @HeaderParam(IdempotentWrites.HEADER)
          @Nullable String key,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    Caller caller = current.caller();
    byte[] file = bytes(body);
    return writes.created(
        caller,
        key,
        "POST /portfolio/" + portfolio + "/imports\n" + name + "\n" + format,
        file,
        () -> {
          PortfolioImport done = imports.run(caller, portfolio, name, format, file);
          UUID id = done.id();
          return id == null
              ? new IdempotentWrites.Made(
                  Response.Status.OK.getStatusCode(), ImportBody.of(done), null)
              : new IdempotentWrites.Made(
                  ImportBody.of(done), uri.getAbsolutePathBuilder().path(id.toString()).build());
        });
  }

  @GET
  @Operation(
      operationId = "listPortfolioImports",
      summary = "Lists the imports into a portfolio, newest first")
  @APIResponse(
      responseCode = "200",
      description = "The imports",
      content = @Content(schema = @Schema(implementation = ImportList.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such portfolio")
  public ImportList list(@PathParam("portfolio") UUID portfolio) {
    return new ImportList(
        portfolios.imports(current.caller(), portfolio).stream().map(ImportBody::of).toList());
  }

  @DELETE
  @Path("/{import}")
  @Operation(
      operationId = "undoPortfolioImport",
      summary = "Takes back everything that an import brought")
  @APIResponse(responseCode = "204", description = "It is taken back")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such portfolio or import")
  @APIResponse(responseCode = "409", description = "Later transactions need what it brought")
  public void undo(@PathParam("portfolio") UUID portfolio, @PathParam("import") UUID imported) {
    portfolios.undoImport(current.caller(), portfolio, imported);
  }

  private byte[] bytes(InputStream body) throws IOException {
    int most = imports.largestFile();
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "import-too-large",
          "The file has more than " + most + " bytes, the most that are read.");
    }
    return bytes;
  }

  /** The answer of a list. */
  @Schema(name = "PortfolioImportList")
  public record ImportList(List<ImportBody> items) {}
}
