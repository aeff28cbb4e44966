package magnus.portal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import magnus.portal.stream.undertow.UndertowConnection;
import magnus.runs.Viewing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xnio.Options;

/** A client that opens a stream and never reads, against the server's own listener. */
@Timeout(60)
class StalledViewerTest {

  private static final byte[] FRAME =
      ("data: " + "x".repeat(8000) + "\n\n").getBytes(StandardCharsets.UTF_8);
  private static final int MOST_FRAMES = 20_000;

  private final BlockingQueue<EventStream> opened = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Undertow server;

  /** Opens a stream as resources do. */
  private final class Opening extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      EventStream stream =
          new EventStream(new Entitlement("nobody", () -> true), UndertowConnection.cut());
      EventStream.setHeaders(response);
      stream.begin(
          request.startAsync(),
          new Viewing() {
            @Override
            public void wake() {}

            @Override
            public void close() {
              closed.countDown();
            }
          });
      opened.add(stream);
    }
  }

  @BeforeEach
  void listen() throws Exception {
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(getClass().getClassLoader())
            .setContextPath("/")
            .setDeploymentName("streams")
            .addServlet(
                Servlets.servlet(
                        "open", Opening.class, new ImmediateInstanceFactory<>(new Opening()))
                    .setAsyncSupported(true)
                    .addMapping("/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setSocketOption(Options.SEND_BUFFER, 4096)
            .setHandler(manager.start())
            .build();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Socket deaf() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2048);
    socket.connect(server.getListenerInfo().get(0).getAddress());
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private EventStream stalled() throws Exception {
    EventStream stream = opened.take();
    int written = 0;
    for (int silent = 0; silent < 20; ) {
      if (stream.ready()) {
        stream.write(FRAME);
        silent = 0;
        assertThat(++written)
            .as("frames that one who never reads can take")
            .isLessThan(MOST_FRAMES);
      } else {
        silent++;
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    return stream;
  }

  @Test
  void isCutOffWhenDropped() throws Exception {
    try (Socket socket = deaf()) {
      EventStream stream = stalled();
      stream.drop();
      assertThat(stream.gone()).isTrue();
      assertThat(closed.await(10, TimeUnit.SECONDS)).as("the container has let go of it").isTrue();
      assertThat(endsWithin(socket)).isTrue();
    }
  }

  @Test
  void isHeldWhenItsStreamEndsUntilItIsDropped() throws Exception {
    try (Socket socket = deaf()) {
      EventStream stream = stalled();
      stream.end();
      assertThat(stream.gone()).as("the last bytes are on their way").isFalse();
      stream.drop();
      assertThat(stream.gone()).isTrue();
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(endsWithin(socket)).isTrue();
    }
  }

  /** Whether the connection ends after what was on its way, instead of being kept open. */
  private static boolean endsWithin(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[65_536];
    try {
      int some = in.read(bytes);
      while (some >= 0) {
        some = in.read(bytes);
      }
      return true;
    } catch (SocketException e) {
      return true; // reset
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
