package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.identity.AccountDetails;
import magnus.identity.Accounts;
import magnus.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators. */
@Path("/accounts")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AccountResource {

  @Inject Accounts accounts;
  @Inject CurrentCaller current;

  /** All accounts. */
  @Schema(name = "Accounts")
  public record Items(List<Item> items) {}

  /**
   * An account.
   *
   * @param hasPassword false for who signs in by the OpenID provider only
   */
  @Schema(name = "Account")
  public record Item(
      UUID id,
      String name,
      Set<Role> roles,
      boolean enabled,
      boolean hasPassword,
      Instant createdAt) {

    static Item of(AccountDetails a) {
      return new Item(a.id(), a.name(), a.roles(), a.enabled(), a.hasPassword(), a.createdAt());
    }
  }

  /** A new account. */
  @Schema(
      name = "AccountWish",
      requiredProperties = {"name", "password"})
  public record Wish(
      @Nullable String name,
      @Nullable String password,
      @Schema(description = "Absent: USER") Optional<Set<Role>> roles) {}

  /** What is to change; what is absent stays. */
  @Schema(name = "AccountChange")
  public record Change(Optional<Boolean> enabled, Optional<Set<Role>> roles) {}

  @GET
  @Operation(operationId = "listAccounts", summary = "All accounts")
  @APIResponse(
      responseCode = "200",
      description = "The accounts by name",
      content = @Content(schema = @Schema(implementation = Items.class)))
  public Items list() {
    return new Items(accounts.all().stream().map(Item::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createAccount", summary = "Make an account")
  @APIResponse(
      responseCode = "201",
      description = "The account",
      content = @Content(schema = @Schema(implementation = Item.class)))
  public Response create(Wish wish) {
    AccountDetails made =
        accounts.create(
            current.caller(),
            wish.name(),
            wish.password(),
            wish.roles().orElse(Set.of()),
            current.origin());
    return Response.status(Response.Status.CREATED).entity(Item.of(made)).build();
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeAccount",
      summary = "Enable or disable an account, or give it other roles")
  @APIResponse(
      responseCode = "200",
      description = "The account",
      content = @Content(schema = @Schema(implementation = Item.class)))
  public Item change(@PathParam("id") UUID id, Change change) {
    return Item.of(
        accounts.change(current.caller(), id, change.enabled(), change.roles(), current.origin()));
  }
}
