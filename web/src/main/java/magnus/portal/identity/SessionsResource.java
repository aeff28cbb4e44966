package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.identity.Session;
import magnus.identity.Sessions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The browsers that the caller is signed in with. */
@Path("/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class SessionsResource {

  @Inject Sessions sessions;
  @Inject CurrentCaller current;

  /** One browser. */
  @Schema(name = "SignedInBrowser")
  public record Item(
      UUID id,
      String way,
      Instant createdAt,
      Instant lastSeenAt,
      Instant endsAt,
      String address,
      String agent,
      @Schema(description = "Whether it is the browser that asks") boolean current) {}

  /** All of them. */
  @Schema(name = "SignedInBrowsers")
  public record Items(List<Item> items) {}

  @GET
  @Operation(operationId = "listSessions", summary = "Browsers in which you are signed in")
  @APIResponse(
      responseCode = "200",
      description = "The sessions, newest first",
      content = @Content(schema = @Schema(implementation = Items.class)))
  public Items list() {
    Optional<UUID> own = current.session().map(Session::id);
    return new Items(
        sessions.of(current.caller()).stream()
            .map(
                s ->
                    new Item(
                        s.id(),
                        s.way(),
                        s.createdAt(),
                        s.lastSeenAt(),
                        s.endsAt(),
                        s.address(),
                        s.agent(),
                        own.filter(s.id()::equals).isPresent()))
            .toList());
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "endSession", summary = "Sign out another browser of yours")
  @APIResponse(responseCode = "204", description = "The session has ended")
  public void end(@PathParam("id") UUID id) {
    sessions.end(current.caller(), id, current.origin());
  }
}
