package magnus.portal.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives each request an id: the client's {@code X-Request-Id} where it is harmless in a log, else a
 * random one. It is returned in the same header, stands in problem details and in every log line of
 * the request's thread (MDC {@code request}).
 */
public class RequestIdFilter extends HttpFilter {

  /** Name of the header, in and out. */
  public static final String HEADER = "X-Request-Id";

  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = RequestIdFilter.class.getName();
  private static final String MDC_KEY = "request";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{4,64}");

  /** The request's id; "none" for a request that did not pass the filter. */
  public static String idOf(ServletRequest request) {
    Object id = request.getAttribute(ATTRIBUTE);
    return id == null ? "none" : id.toString();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object known = request.getAttribute(ATTRIBUTE);
    String id = known == null ? choose(request.getHeader(HEADER)) : known.toString();
    request.setAttribute(ATTRIBUTE, id);
    if (!response.isCommitted()) {
      response.setHeader(HEADER, id);
    }
    Object outer = MDC.get(MDC_KEY);
    MDC.put(MDC_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      if (outer == null) {
        MDC.remove(MDC_KEY);
      } else {
        MDC.put(MDC_KEY, outer);
      }
    }
  }

  static String choose(@org.jspecify.annotations.Nullable String offered) {
    return offered != null && HARMLESS.matcher(offered).matches()
        ? offered
        : UUID.randomUUID().toString();
  }
}
