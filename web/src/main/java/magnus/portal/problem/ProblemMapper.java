package magnus.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import magnus.portal.WebLog;
import magnus.portal.transport.RequestIdFilter;

/**
 * Turns whatever leaves a resource into problem details. What is not foreseen becomes a 500 that
 * names nothing but the request id; its trace goes to the log alone.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = Diagnosis.of(thrown);
    if (problem.status() == 500) {
      WebLog.LOG.unexpected(
          request.getMethod(), request.getRequestURI(), RequestIdFilter.idOf(request), thrown);
    }
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.json(request.getRequestURI(), RequestIdFilter.idOf(request)));
    Diagnosis.headersOf(thrown).forEach(answer::header);
    if (problem.retryAfterSeconds() > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
    }
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"magnus\"");
    }
    return answer.build();
  }
}
