package magnus.portal.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import magnus.identity.Caller;
import magnus.portal.stream.undertow.UndertowConnection;
import magnus.runs.Runs;
import magnus.runs.Viewing;

/** Turns a request into an open event stream of a run. */
@ApplicationScoped
public class Streams {

  @Inject private Runs runs;
  @Inject private Entitlements entitlements;

  /**
   * Streams the caller's run from a sequence on, or answers 204 when the run has ended and nothing
   * follows.
   */
  void open(
      Caller caller,
      UUID run,
      long after,
      HttpServletRequest request,
      HttpServletResponse response,
      AsyncResponse suspended)
      throws IOException {
    EventStream stream = new EventStream(entitlements.of(request), UndertowConnection.cut());
    Optional<Viewing> viewing = runs.watch(caller, run, after, stream);
    if (viewing.isEmpty()) {
      suspended.resume(Response.noContent().build());
      return;
    }
    EventStream.setHeaders(response);
    stream.begin(request.getAsyncContext(), viewing.get());
  }

  /** What a question about a stream without the stream itself (HEAD) is answered. */
  public static Response head() {
    return Response.ok()
        .type(EventStream.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
