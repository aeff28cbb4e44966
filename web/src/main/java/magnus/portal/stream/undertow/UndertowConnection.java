package magnus.portal.stream.undertow;

import io.undertow.server.ServerConnection;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;

/** The connection of a request, which the Servlet API has no word for. */
public final class UndertowConnection {

  private UndertowConnection() {}

  /**
   * What closes the present request's connection at once, without waiting for the client to take
   * what is on its way; from any thread, later.
   */
  public static Runnable cut() {
    ServerConnection connection =
        ServletRequestContext.requireCurrent().getExchange().getConnection();
    return () -> {
      try {
        connection.close();
      } catch (IOException e) {
        // It is closed all the same.
      }
    };
  }
}
