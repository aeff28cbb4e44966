package magnus.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api}. Resources and filters are found by their annotations. */
@ApplicationPath("/api")
public class Api extends Application {}
