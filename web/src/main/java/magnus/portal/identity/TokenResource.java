package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.identity.CreatedToken;
import magnus.identity.Token;
import magnus.identity.Tokens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bearer tokens for programs. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class TokenResource {

  @Inject Tokens tokens;
  @Inject CurrentCaller current;

  /** All tokens of the caller. */
  @Schema(name = "Tokens")
  public record Items(List<Item> items) {}

  /**
   * A token without its secret.
   *
   * @param prefix the secret's first characters, by which its owner recognises it
   */
  @Schema(name = "Token")
  public record Item(
      UUID id,
      String name,
      String prefix,
      Instant createdAt,
      Optional<Instant> lastUsedAt,
      Optional<Instant> expiresAt) {

    static Item of(Token t) {
      return new Item(t.id(), t.name(), t.prefix(), t.createdAt(), t.lastUsedAt(), t.expiresAt());
    }
  }

  /** What the caller wants. */
  @Schema(name = "TokenWish", requiredProperties = "name")
  public record Wish(
      @Nullable String name,
      @Schema(description = "From 1 to 3650; absent: the token never expires")
          Optional<Integer> expiresInDays) {}

  /** A new token with its secret, which is shown this once. */
  @Schema(name = "CreatedToken")
  public record Created(
      UUID id,
      String name,
      String token,
      String prefix,
      Instant createdAt,
      Optional<Instant> expiresAt) {}

  @GET
  @Operation(operationId = "listTokens", summary = "Your tokens, without their secrets")
  @APIResponse(
      responseCode = "200",
      description = "The tokens, newest first",
      content = @Content(schema = @Schema(implementation = Items.class)))
  public Items list() {
    return new Items(tokens.of(current.caller()).stream().map(Item::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createToken",
      summary = "Make a token for a program",
      description =
          "The token is shown this once. Only a browser session may make one, so that a leaked"
              + " token cannot prolong itself.")
  @APIResponse(
      responseCode = "201",
      description = "The token",
      content = @Content(schema = @Schema(implementation = Created.class)))
  public Response create(Wish wish) {
    current.demandSession();
    CreatedToken made =
        tokens.create(current.caller(), wish.name(), wish.expiresInDays(), current.origin());
    Token token = made.token();
    return Response.status(Response.Status.CREATED)
        .entity(
            new Created(
                token.id(),
                token.name(),
                made.secret(),
                token.prefix(),
                token.createdAt(),
                token.expiresAt()))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "revokeToken", summary = "Revoke a token at once")
  @APIResponse(responseCode = "204", description = "The token no longer counts")
  public void revoke(@PathParam("id") UUID id) {
    tokens.revoke(current.caller(), id, current.origin());
  }
}
