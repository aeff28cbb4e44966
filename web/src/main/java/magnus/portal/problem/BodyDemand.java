package magnus.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import magnus.basics.problem.Refusal;

/**
 * Refuses the JSON body {@code null}, so that a resource that reads a body always gets one, and
 * JSON that is longer than any form of ours. Uploaded files have limits of their own.
 */
@Provider
@ApplicationScoped
public class BodyDemand implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean file = context.getType() == InputStream.class;
    if (!file && type != null && type.getSubtype().endsWith("json")) {
      context.setInputStream(new LimitedBody(context.getInputStream()));
    }
    Object body = context.proceed();
    if (body == null) {
      throw Refusal.malformed("body", "null", ExpectedWords.of(context.getType()));
    }
    return body;
  }
}
