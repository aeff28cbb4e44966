package magnus.portal.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import magnus.basics.work.Errand;
import magnus.cache.AheadReading;
import magnus.prefetch.Cohorts;

/**
 * Has what the request's thread does counted as a user's, of nobody known until he is, and ends
 * that with the request.
 */
public class ErrandFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  @SuppressWarnings("try")
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (Errand.Scope asked = Errand.of(Cohorts.NOT_SIGNED_IN)) {
      chain.doFilter(request, response);
    } finally {
      AheadReading.end();
    }
  }
}
