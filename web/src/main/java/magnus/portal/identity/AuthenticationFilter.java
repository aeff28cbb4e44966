package magnus.portal.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.basics.work.Errand;
import magnus.prefetch.Cohorts;

/**
 * Finds out who calls, and lets nobody reach a resource that is not {@link Open} without being
 * signed in. Whatever a browser session changes needs the session's token in {@link #CSRF_HEADER};
 * programs with a bearer token are exempt, since no browser sends that by itself.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Context ResourceInfo resource;
  @Inject Credentials credentials;
  @Inject CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Credentials.Known> known = credentials.identify(request);
    boolean open = marked(Open.class);
    refuseForeign(request, known, open);
    if (known.isPresent()) {
      if (!open && !SAFE.contains(request.getMethod()) && known.get().session().isPresent()) {
        demandCsrf(request, known.get());
      }
      current.become(known.get());
      Errand.become(Cohorts.of(known.get().caller()));
    }
    if (!open) {
      boolean admin = current.caller().isAdmin();
      if (marked(AdminOnly.class) && !admin) {
        throw Refusal.of(
            Refusal.Kind.FORBIDDEN, "administrators-only", "Only administrators may do this.");
      }
    }
  }

  private static void refuseForeign(
      ContainerRequestContext request, Optional<Credentials.Known> known, boolean open) {
    boolean byBrowser = known.flatMap(Credentials.Known::session).isPresent();
    boolean changes = !SAFE.contains(request.getMethod());
    if ((byBrowser || open && changes)
        && ForeignOrigin.is(
            request.getHeaderString("Sec-Fetch-Site"),
            request.getHeaderString("Origin"),
            request.getUriInfo().getBaseUri().getAuthority().toLowerCase(Locale.ROOT))) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "foreign-origin",
          "The request comes from a page of another site; those may not use this session.");
    }
  }

  private void demandCsrf(ContainerRequestContext request, Credentials.Known known) {
    String offered = request.getHeaderString(CSRF_HEADER);
    if (offered == null || !credentials.isCsrf(known, offered)) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "csrf-token-wrong",
          "The header '"
              + CSRF_HEADER
              + "' must carry the member 'csrf' that GET /api/session answers.");
    }
  }

  private boolean marked(Class<? extends Annotation> mark) {
    return resource.getResourceMethod().isAnnotationPresent(mark)
        || resource.getResourceClass().isAnnotationPresent(mark);
  }
}
