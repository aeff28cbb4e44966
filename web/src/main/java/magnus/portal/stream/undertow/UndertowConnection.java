package magnus.portal.stream.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.Closeable;
import java.io.IOException;
import magnus.portal.stream.Line;
import org.jspecify.annotations.Nullable;

/** The connection of a request, which the Servlet API has no word for. */
public final class UndertowConnection implements Line {

  private final HttpServerExchange exchange;

  private UndertowConnection(HttpServerExchange exchange) {
    this.exchange = exchange;
  }

  /** The present request's. */
  public static Line present() {
    return new UndertowConnection(ServletRequestContext.requireCurrent().getExchange());
  }

  @Override
  public void cut() {
    closed(exchange.getConnection());
  }

  /**
   * On the connection's own thread the stream closes at once and tells its failure to the caller;
   * elsewhere it would be put there and the failure, which is no surprise, logged as an error
   * (UT005088).
   */
  @Override
  public void abandon(@Nullable Closeable stream, Runnable complete) {
    exchange
        .getIoThread()
        .execute(
            () -> {
              if (stream != null) {
                closed(stream);
              }
              complete.run();
            });
  }

  private static void closed(Closeable what) {
    try {
      what.close();
    } catch (IOException e) {
      // Whoever was there is gone.
    }
  }
}
