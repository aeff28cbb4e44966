package magnus.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;

/**
 * Delivers the portal's files. Addresses that only the portal's own router knows ({@code /runs/…})
 * answer with its page; other servlets and JAX-RS are passed by, and an unknown file stays a 404.
 * Files under {@code /assets} carry a hash of their content in their names and may be kept for
 * ever; everything else is asked for again each time. The build laid a gzipped twin beside each
 * text file, which is what a browser that understands it gets.
 */
@WebFilter(filterName = "portal-files", urlPatterns = "/*", asyncSupported = true)
public class PortalFiles extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient FirstPage first;

  static final String PAGE = "/index.html";
  static final String KEPT = "public, max-age=31536000, immutable";
  static final String ASKED_AGAIN = "no-cache";

  private static final String ASSETS = "/assets/";
  private static final List<String> NOT_PAGES =
      List.of("/api", "/openapi", "/metrics", "/health", "/assets", "/problems");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isRead(request) || !leftToDefaultServlet(request)) {
      chain.doFilter(request, response);
      return;
    }
    String path = pathOf(request);
    String file = path.equals("/") || isPage(request, path) ? PAGE : path;
    if (!isFile(file)) {
      chain.doFilter(request, response);
      return;
    }
    if (file.equals(PAGE)) {
      first.asked(request, path);
    }
    response.setHeader("Cache-Control", file.startsWith(ASSETS) ? KEPT : ASKED_AGAIN);
    response.addHeader("Vary", "Accept-Encoding");
    String twin = file + ".gz";
    if (acceptsGzip(request) && isFile(twin)) {
      sendTwin(request, response, file, twin);
    } else if (file.equals(path)) {
      chain.doFilter(request, response);
    } else {
      request.getRequestDispatcher(file).forward(request, response);
    }
  }

  private void sendTwin(
      HttpServletRequest request, HttpServletResponse response, String file, String twin)
      throws IOException {
    URL resource = getServletContext().getResource(twin);
    var connection = resource.openConnection();
    connection.setUseCaches(false);
    try (InputStream bytes = connection.getInputStream()) {
      byte[] content = bytes.readAllBytes();
      String tag =
          "\"" + Integer.toHexString(Arrays.hashCode(content)) + "-" + content.length + "\"";
      response.setHeader("ETag", tag);
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentType(typeOf(file));
      response.setHeader("Content-Encoding", "gzip");
      response.setContentLength(content.length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(content);
      }
    }
  }

  private String typeOf(String file) {
    String type = getServletContext().getMimeType(file);
    if (file.endsWith(".js")) {
      return "text/javascript;charset=UTF-8";
    }
    if (type == null) {
      return "application/octet-stream";
    }
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("+xml")
        ? type + ";charset=UTF-8"
        : type;
  }

  /** Whether the portal's router, not a file, stands behind the address. */
  private boolean isPage(HttpServletRequest request, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean reserved =
        NOT_PAGES.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    String accept = request.getHeader("Accept");
    boolean wantsPage = accept == null || accept.contains("text/html") || accept.contains("*/*");
    // a symbol may have a dot in it (BRK.B): only the market's pages end so
    boolean named = !last.contains(".") || path.startsWith("/market/");
    return !reserved && named && wantsPage && !path.startsWith("/WEB-INF") && !isFile(path);
  }

  private boolean isFile(String path) {
    if (path.startsWith("/WEB-INF") || path.startsWith("/META-INF") || path.endsWith("/")) {
      return false;
    }
    try {
      return getServletContext().getResource(path) != null;
    } catch (MalformedURLException malformed) {
      return false;
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean leftToDefaultServlet(HttpServletRequest request) {
    MappingMatch match = request.getHttpServletMapping().getMappingMatch();
    return match == null || match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT;
  }

  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    return path.isEmpty() ? "/" : path;
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }
}
