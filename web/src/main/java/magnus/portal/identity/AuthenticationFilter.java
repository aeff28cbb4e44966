package magnus.portal.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import magnus.basics.problem.Refusal;

/** Lets nobody reach a resource that is not {@link Open} without being signed in. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;
  @Inject CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    if (marked(AdminOnly.class)) {
      if (!current.caller().isAdmin()) {
        throw Refusal.of(
            Refusal.Kind.FORBIDDEN, "administrators-only", "Only administrators may do this.");
      }
    } else if (!marked(Open.class)) {
      current.caller();
    }
  }

  private boolean marked(Class<? extends Annotation> mark) {
    return resource.getResourceMethod().isAnnotationPresent(mark)
        || resource.getResourceClass().isAnnotationPresent(mark);
  }
}
