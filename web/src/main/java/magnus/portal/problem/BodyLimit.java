package magnus.portal.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Refuses long bodies with 413 before anything of them is read, and those that do not tell their
 * length as soon as they are too long; before it is even asked who sends them. Operations that take
 * files say so by {@link Upload}.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 500)
public class BodyLimit implements ContainerRequestFilter {

  private static final int DIGITS = 18;

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = resource.getResourceMethod();
    if (operation != null && operation.isAnnotationPresent(Upload.class)) {
      return;
    }
    if (length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > LimitedBody.MOST) {
      throw LimitedBody.tooLarge();
    }
    if (request.hasEntity()) {
      request.setEntityStream(new LimitedBody(request.getEntityStream()));
    }
  }

  /** In bytes, also beyond what an int holds; 0 where none is told. */
  static long length(@Nullable String header) {
    if (header == null || !header.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    return header.length() > DIGITS
        ? Long.MAX_VALUE
        : header.isEmpty() ? 0 : Long.parseLong(header);
  }
}
