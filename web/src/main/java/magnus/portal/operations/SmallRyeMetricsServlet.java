package magnus.portal.operations;

import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Metrics at {@code /metrics}, in OpenMetrics' text form. The figures tell nothing of
 * any user; still only the machine itself is answered, unless {@code magnus.metrics.remote} is
 * true, since load and sizes are nobody's business outside.
 */
@WebServlet(urlPatterns = {"/metrics", "/metrics/*"})
public class SmallRyeMetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** RFC 7239, its forerunners, and RFC 9110's own word of a proxy. */
  private static final List<String> FORWARDING =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  private final transient MetricsRequestHandler handler = new MetricsRequestHandler();

  @Inject private SettingsCatalogue settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.read(PortalSettings.METRICS_REMOTE)
        && !isLocal(request::getHeader, request.getRemoteAddr())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    handler.handleRequest(
        request.getRequestURI(),
        request.getMethod(),
        accepted(request),
        request.getParameterMap(),
        (status, message, headers) -> {
          headers.forEach(response::setHeader);
          response.setStatus(status);
          if (message != null) {
            response.getWriter().write(message);
          }
        });
  }

  /**
   * Whether this machine itself asks: a proxy on it that speaks for somebody else says so in one of
   * its headers, and whatever else they say, it is not believed here.
   */
  static boolean isLocal(UnaryOperator<@Nullable String> header, String address)
      throws UnknownHostException {
    return InetAddress.getByName(address).isLoopbackAddress()
        && FORWARDING.stream().allMatch(name -> header.apply(name) == null);
  }

  private static Stream<String> accepted(HttpServletRequest request) {
    @Nullable String accept = request.getHeader("Accept");
    return accept == null || accept.contains("*/*")
        ? Stream.of("text/plain")
        : Collections.list(request.getHeaders("Accept")).stream();
  }
}
