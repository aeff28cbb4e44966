package magnus.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import magnus.portal.WebLog;
import magnus.portal.transport.RequestIdFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the container answers itself, outside JAX-RS: problem details for the API and for clients
 * that ask for JSON, else a small page for people.
 */
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String instance = path == null ? request.getRequestURI() : path.toString();
    Problem problem = problem(status instanceof Integer code ? code : 404, request, instance);
    response.setStatus(problem.status());
    if (instance.startsWith("/api/") || wantsJson(request.getHeader("Accept"))) {
      write(response, Problem.MEDIA_TYPE, problem.json(instance, RequestIdFilter.idOf(request)));
    } else {
      write(response, "text/html;charset=utf-8", page(problem, RequestIdFilter.idOf(request)));
    }
  }

  private static Problem problem(int status, HttpServletRequest request, String instance) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable cause) {
      Problem problem = Diagnosis.of(cause);
      if (problem.status() == 500) {
        WebLog.LOG.unexpected(request.getMethod(), instance, RequestIdFilter.idOf(request), cause);
      }
      return problem;
    }
    return StatusProblem.of(status);
  }

  private static boolean wantsJson(@Nullable String accept) {
    return accept != null && accept.contains("json") && !accept.contains("html");
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static String page(Problem problem, String requestId) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%1$s - Magnus</title></head>
        <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">To the portal</a></p>
        <p><small>Status %3$d, request %4$s</small></p></main></body>
        </html>
        """
        .formatted(
            escaped(problem.title()), escaped(problem.detail()), problem.status(), requestId);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
