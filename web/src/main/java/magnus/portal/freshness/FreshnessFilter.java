package magnus.portal.freshness;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import magnus.cache.Served;

/**
 * Writes {@code Age}, {@code ETag} and {@code Cache-Status} (RFC 9211) where a shelf answered, and
 * turns what the client has already into 304. A browser asks again each time: only the shelf knows
 * of the events that end an entry early.
 */
@Provider
public class FreshnessFilter implements ContainerResponseFilter {

  @Inject private ShelfAnswer answer;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      return;
    }
    answer.served().ifPresent(served -> describe(served, answer.isPartly(), request, response));
  }

  private static void describe(
      Served<?> served,
      boolean partly,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    String tag = "W/\"" + served.version() + "\"";
    headers.putSingle("Age", Math.max(0, served.age().toSeconds()));
    headers.putSingle(HttpHeaders.ETAG, tag);
    headers.putSingle("Cache-Status", status(served, partly));
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (request.getMethod().equals(HttpMethod.GET) && has(request, tag)) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
    }
  }

  /**
   * {@code magnus; hit; ttl=3}: a negative ttl is the time past the lifespan.
   *
   * @param partly whether only some values of a set had to be loaded
   */
  static String status(Served<?> served, boolean partly) {
    long ttl = served.lifespan().minus(served.age()).toSeconds();
    return switch (served.how()) {
      case HIT -> "magnus; hit; ttl=" + ttl;
      case LOADED -> "magnus; fwd=" + (partly ? "partial" : "miss") + "; stored; ttl=" + ttl;
      case STALE_WHILE_REVALIDATING -> "magnus; hit; ttl=" + ttl + "; detail=revalidating";
      case STALE_ON_ERROR -> "magnus; hit; ttl=" + ttl + "; detail=source-failed";
    };
  }

  private static boolean has(ContainerRequestContext request, String tag) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .anyMatch(k -> k.equals("*") || weak(k).equals(tag));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }
}
