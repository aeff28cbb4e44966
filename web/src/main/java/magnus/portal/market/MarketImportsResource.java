package magnus.portal.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import magnus.market.MarketImport;
import magnus.market.MarketImports;
import magnus.portal.identity.AdminOnly;
import magnus.portal.identity.CurrentCaller;
import magnus.portal.problem.Upload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of market data, streamed into the database on the request's own thread. */
@Path("/market/imports")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class MarketImportsResource {

  @Inject private MarketImports imports;
  @Inject private CurrentCaller current;

  /** Imports, newest first. */
  @Schema(name = "MarketImports")
  public record Items(List<MarketImport> items) {}

  @POST
  @Upload
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importMarketData",
      summary = "Imports a file of market data",
      description =
          "The body is the file's bytes: CSV, plain, gzip or zip, read as it arrives. Columns are"
              + " recognised by their names. All of it is stored or, where any row is wrong,"
              + " nothing. Rows of the same symbol and day replace what was there.")
  @RequestBody(
      description = "The file",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "It is imported",
      content = @Content(schema = @Schema(ref = "MarketImport")))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "Only administrators import")
  @APIResponse(responseCode = "409", description = "Another import is running")
  @APIResponse(responseCode = "413", description = "The file, or what it unpacks to, is too large")
  @APIResponse(
      responseCode = "422",
      description = "Nothing is stored; errors lists each place: line, field, value, expected")
  public Response run(
      @Parameter(
              description =
                  "auto, bars, closes, vix, earnings, rates, constituents, options or actions")
          @QueryParam("kind")
          @DefaultValue("auto")
          String kind,
      @Parameter(description = "The file's name; symbol and day may stand in it")
          @QueryParam("name")
          @DefaultValue("upload.csv")
          String name,
      @Parameter(description = "The same key again answers with the first import")
          @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Context UriInfo uri,
      InputStream body) {
    MarketImport done =
        imports.run(current.caller(), current.origin(), kind, name, Optional.ofNullable(key), body);
    return Response.created(uri.getAbsolutePathBuilder().path(done.id().toString()).build())
        .entity(done)
        .build();
  }

  @GET
  @Operation(operationId = "listMarketImports", summary = "Lists imported files, newest first")
  @APIResponse(
      responseCode = "200",
      description = "The imports",
      content = @Content(schema = @Schema(implementation = Items.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "Only administrators see them")
  public Items list() {
    return new Items(imports.list());
  }
}
