package magnus.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes the place of RESTEasy's own mapper for broken constraints. */
@Provider
@ApplicationScoped
public class ViolationMapper implements ExceptionMapper<ValidationException> {

  @Inject ProblemMapper mapper;

  @Override
  public Response toResponse(ValidationException thrown) {
    return mapper.toResponse(thrown);
  }
}
