package magnus.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import magnus.basics.problem.Refusal;

/** Refuses the JSON body {@code null}, so that a resource that reads a body always gets one. */
@Provider
@ApplicationScoped
public class BodyDemand implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      throw Refusal.malformed("body", "null", ExpectedWords.of(context.getType()));
    }
    return body;
  }
}
