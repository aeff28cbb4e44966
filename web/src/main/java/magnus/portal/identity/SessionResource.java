package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.identity.OpenedSession;
import magnus.identity.Role;
import magnus.identity.Session;
import magnus.identity.Sessions;
import magnus.identity.SignIn;
import magnus.identity.SignInThrottle;
import magnus.identity.SignInWays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out with a browser. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class SessionResource {

  @Inject SignIn signIn;
  @Inject SignInThrottle throttle;
  @Inject SignInWays ways;
  @Inject Sessions sessions;
  @Inject CurrentCaller current;
  @Context HttpServletResponse servlet;

  /** What a person types. */
  @Schema(
      name = "SignIn",
      requiredProperties = {"name", "password"})
  public record Typed(@Nullable String name, @Nullable String password) {}

  /** Who is signed in. */
  @Schema(name = "User")
  public record User(UUID id, String name, Set<Role> roles) {

    static User of(Caller caller) {
      return new User(caller.id(), caller.name(), caller.roles());
    }
  }

  /**
   * A session as its browser sees it.
   *
   * @param csrf for the header X-CSRF-Token; absent for a program with a token
   */
  @Schema(name = "Session")
  public record View(User user, Optional<String> csrf) {}

  /** How people can sign in. */
  @Schema(name = "SignInMethods")
  public record Methods(
      @Schema(description = "With name and password") boolean password,
      @Schema(description = "Address that leads to the OpenID provider; absent where none is set")
          Optional<String> oidc) {}

  @POST
  @Open
  @Consumes(MediaType.APPLICATION_JSON)
  @Extension(name = "x-open", value = "true", parseValue = true)
  @Operation(
      operationId = "signIn",
      summary = "Sign in with name and password",
      description =
          "Sets the cookie magnus_session. After a few failures on a name or from an address the"
              + " next attempt has to wait: 429 with Retry-After.")
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "429", ref = "Problem")
  public Response open(Typed typed) {
    try {
      OpenedSession opened = signIn.withPassword(typed.name(), typed.password(), current.origin());
      Session session = opened.session();
      return Response.ok(
              new View(User.of(session.caller()), Optional.of(sessions.csrf(opened.secret()))))
          .cookie(SessionCookie.of(opened, current.isHttps()))
          .build();
    } catch (Refusal refusal) {
      SignInLimit.headers(refusal, throttle.freeAttempts(), SignInThrottle.REMEMBERED)
          .forEach(servlet::setHeader);
      throw refusal;
    }
  }

  @GET
  @Operation(operationId = "getSession", summary = "Who is signed in")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = View.class)))
  public View get() {
    return new View(
        User.of(current.caller()),
        current.session().map(session -> sessions.csrf(current.secret())));
  }

  @DELETE
  @Operation(operationId = "signOut", summary = "Sign out: end this browser's session")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response end() {
    sessions.end(current.caller(), current.demandSession().id(), current.origin());
    return Response.noContent().cookie(SessionCookie.gone(current.isHttps())).build();
  }

  @GET
  @Path("/methods")
  @Open
  @Extension(name = "x-open", value = "true", parseValue = true)
  @Operation(operationId = "getSignInMethods", summary = "How people can sign in")
  @APIResponse(
      responseCode = "200",
      description = "The ways to sign in",
      content = @Content(schema = @Schema(implementation = Methods.class)))
  public Methods methods() {
    return new Methods(true, ways.provider().map(set -> ProviderSignIn.PATH));
  }
}
