package magnus.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import magnus.basics.json.Json;

/** Gives JAX-RS the conventions of {@link Json}. */
@Provider
public class JsonMapperProvider implements ContextResolver<ObjectMapper> {

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.mapper();
  }
}
