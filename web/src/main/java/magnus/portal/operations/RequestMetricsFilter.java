package magnus.portal.operations;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Times every request to the API as {@code magnus_api_requests}, by resource and outcome (2xx, 4xx,
 * 5xx). A stream counts as answered once it has begun.
 */
@Provider
@PreMatching
public class RequestMetricsFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGAN = RequestMetricsFilter.class.getName();
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("magnus_api_requests")
          .withDescription("Time to answer requests to the API, by resource and outcome")
          .build();

  @Inject private MetricRegistry metrics;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGAN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGAN) instanceof Long began) {
      metrics
          .timer(
              REQUESTS,
              new Tag("method", method(request.getMethod())),
              new Tag("resource", route()),
              new Tag("outcome", response.getStatus() / 100 + "xx"))
          .update(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /** Anybody may send any word as a method; only those of HTTP become a series each. */
  static String method(String sent) {
    return METHODS.contains(sent) ? sent : "other";
  }

  /** The path's template, so that ids do not become a series each. */
  private String route() {
    if (resource.getResourceClass() == null || resource.getResourceMethod() == null) {
      return "none";
    }
    Path outer = resource.getResourceClass().getAnnotation(Path.class);
    Path inner = resource.getResourceMethod().getAnnotation(Path.class);
    String route =
        (outer == null ? "" : outer.value()) + "/" + (inner == null ? "" : inner.value());
    return "/" + route.replaceAll("^/+|/+$", "").replaceAll("/+", "/");
  }
}
