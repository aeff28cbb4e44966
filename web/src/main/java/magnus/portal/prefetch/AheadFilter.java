package magnus.portal.prefetch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import magnus.cache.AheadReading;
import magnus.identity.Caller;
import magnus.portal.identity.CurrentCaller;
import magnus.prefetch.Prefetch;
import org.jspecify.annotations.Nullable;

/**
 * Answers what browsers ask ahead of their users, so that nothing of it counts as asked for and no
 * source is called that was not planned to be: from shelves where it lies or is on its way, else
 * with 204 and {@code Retry-After}. An empty answer rather than an error, since nobody waits for
 * it. Runs are never begun so.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class AheadFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** What the portal's own requests ahead carry; browsers' own are marked by themselves. */
  static final String AHEAD = "X-Magnus-Ahead";

  private static final String READING = AheadFilter.class.getName();
  private static final Duration LATER = Duration.ofSeconds(30);

  @Inject Prefetch prefetch;
  @Inject CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getMethod().equals("GET") || !isAhead(request)) {
      return;
    }
    Optional<Caller> caller = current.find();
    if (caller.isEmpty()) {
      return;
    }
    Optional<Duration> refused =
        request.getUriInfo().getPath().contains("ai/stream")
            ? Optional.of(LATER)
            : prefetch.refusesAhead(caller.get(), PrefetchResource.isSaving(saveData(request)));
    if (refused.isPresent()) {
      request.abortWith(nothing(refused.get()));
      return;
    }
    request.setProperty(READING, true);
    prefetch.readAhead();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(READING) == null) {
      return;
    }
    AheadReading.end();
    if (response.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      response.setStatus(Response.Status.NO_CONTENT.getStatusCode());
      response.setEntity(null);
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, LATER.toSeconds());
    }
  }

  private static Response nothing(Duration until) {
    return Response.noContent().header(HttpHeaders.RETRY_AFTER, until.toSeconds()).build();
  }

  private static String saveData(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(PrefetchResource.SAVE_DATA)).orElse("");
  }

  private static boolean isAhead(ContainerRequestContext request) {
    return request.getHeaderString(AHEAD) != null
        || says(request.getHeaderString("Sec-Purpose"))
        || says(request.getHeaderString("Purpose"));
  }

  /** {@code prefetch}, or {@code prefetch;prerender}. */
  static boolean says(@Nullable String purpose) {
    return purpose != null && purpose.strip().toLowerCase(Locale.ROOT).startsWith("prefetch");
  }
}
