package magnus.portal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * RESTEasy brings its own mapper for this exception, which would win over one for {@link Throwable}
 * and answer a bare sentence.
 */
@Provider
@ApplicationScoped
public class UnreadableBodyMapper implements ExceptionMapper<JsonProcessingException> {

  @Inject ProblemMapper mapper;

  @Override
  public Response toResponse(JsonProcessingException thrown) {
    return mapper.toResponse(thrown);
  }
}
