package magnus.portal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads out of a throwable what to tell the client. */
final class Diagnosis {

  private static final int DEEPEST = 12;

  private Diagnosis() {}

  static Problem of(Throwable thrown) {
    Optional<Refusal> refusal = find(thrown, Refusal.class);
    if (refusal.isPresent()) {
      return Problem.of(refusal.get());
    }
    Optional<JsonProcessingException> json = ofTheBody(thrown);
    if (json.isPresent() && !(thrown instanceof jakarta.ws.rs.ServerErrorException)) {
      return BodyDiagnosis.of(json.get());
    }
    if (thrown instanceof ConstraintViolationException broken) {
      return of(broken);
    }
    if (thrown instanceof WebApplicationException web) {
      return of(web);
    }
    return StatusProblem.of(500);
  }

  /**
   * What Jackson said of the request's body. Where a bean of ours failed at JSON (a stored text
   * that cannot be read, a payload that cannot be written) it says so by one of these exceptions,
   * and the client is not to blame.
   */
  private static Optional<JsonProcessingException> ofTheBody(Throwable thrown) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (at instanceof JsonProcessingException json) {
        return Optional.of(json);
      }
      if (at instanceof IllegalStateException
          || at instanceof IllegalArgumentException
          || at instanceof EJBException) {
        return Optional.empty();
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  private static Problem of(ConstraintViolationException broken) {
    List<FieldFault> faults =
        broken.getConstraintViolations().stream()
            .map(
                v ->
                    new FieldFault(
                        0,
                        String.valueOf(v.getPropertyPath()),
                        String.valueOf(v.getInvalidValue()),
                        v.getMessage()))
            .toList();
    return new Problem(
        400, "malformed-value", "The request breaks a constraint.", faults, Map.of(), 0);
  }

  /** Headers that belong to the answer besides the problem's own. */
  static Map<String, Object> headersOf(Throwable thrown) {
    if (thrown instanceof NotAllowedException notAllowed) {
      String allow = notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW);
      if (allow != null) {
        return Map.of(HttpHeaders.ALLOW, allow);
      }
    }
    return Map.of();
  }

  private static Problem of(WebApplicationException web) {
    Response response = web.getResponse();
    int status = response.getStatus();
    // A parameter that cannot be converted is reported by JAX-RS as 404 or 400, with a cause.
    if ((status == 404 || status == 400) && web.getCause() != null) {
      return Problem.of(status, status == 404 ? "unknown-path" : "malformed-value", words(web));
    }
    return StatusProblem.of(status < 400 ? 500 : status);
  }

  private static String words(WebApplicationException web) {
    return web.getResponse().getStatus() == 404
        ? "There is nothing at this address."
        : "A part of the request cannot be read.";
  }

  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
