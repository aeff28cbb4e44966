package magnus.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import magnus.portal.identity.Credentials;
import magnus.prefetch.Prefetch;

/**
 * The address that a signed-in user's browser asks for tells the page that it will show: that one's
 * slow values are loaded while the browser still loads the portal's code.
 */
@ApplicationScoped
public class FirstPage {

  @Inject Credentials credentials;
  @Inject Prefetch prefetch;

  /** A browser asks for the portal. */
  void asked(HttpServletRequest request, String path) {
    String purpose = request.getHeader("Sec-Purpose");
    boolean byHim = purpose == null || !purpose.toLowerCase(Locale.ROOT).startsWith("prefetch");
    if (byHim && request.getMethod().equals("GET")) {
      credentials
          .browser(request)
          .ifPresent(
              caller -> prefetch.starts(caller, path, "on".equals(request.getHeader("Save-Data"))));
    }
  }
}
