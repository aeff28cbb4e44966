package magnus.portal.problem;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * RESTEasy brings its own mapper for this exception, which would win over one for {@link Throwable}
 * and answer in plain text.
 */
@Provider
@ApplicationScoped
public class UnknownMemberMapper implements ExceptionMapper<UnrecognizedPropertyException> {

  @Inject ProblemMapper mapper;

  @Override
  public Response toResponse(UnrecognizedPropertyException thrown) {
    return mapper.toResponse(thrown);
  }
}
