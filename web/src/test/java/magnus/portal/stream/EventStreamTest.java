package magnus.portal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import magnus.runs.Viewing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream against a container that, as Undertow, answers only after it has called back. */
class EventStreamTest {

  private final Container container = new Container();
  private final EventStream stream = new EventStream(new Entitlement("x", () -> true), () -> {});
  private final List<String> calls = new ArrayList<>();

  private final Viewing viewing =
      new Viewing() {
        @Override
        public void wake() {
          calls.add("wake");
        }

        @Override
        public void close() {
          calls.add("close");
        }
      };

  /** The servlet container's side of one response. */
  private final class Container extends ServletOutputStream {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private @Nullable WriteListener listener;
    private boolean calledBack;
    private boolean completed;
    private Runnable whileListenerIsSet = () -> {};

    void callBack() throws IOException {
      calledBack = true;
      WriteListener known = listener;
      assertThat(known).isNotNull();
      known.onWritePossible();
    }

    @Override
    public boolean isReady() {
      if (listener == null || !calledBack) {
        throw new IllegalStateException("UT010035: Stream in async mode was not ready for IO");
      }
      return true;
    }

    @Override
    public void setWriteListener(WriteListener writeListener) {
      whileListenerIsSet.run();
      listener = writeListener;
    }

    @Override
    public void write(int b) {
      sent.write(b);
    }

    AsyncContext context() {
      HttpServletResponse response =
          (HttpServletResponse)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {HttpServletResponse.class},
                  (self, method, args) -> method.getName().equals("getOutputStream") ? this : null);
      return (AsyncContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {AsyncContext.class},
              (self, method, args) -> {
                if (method.getName().equals("complete")) {
                  completed = true;
                }
                return method.getName().equals("getResponse") ? response : null;
              });
    }
  }

  @Test
  void anEventThatComesWhileTheStreamOpensWaitsForTheContainer() throws IOException {
    List<Boolean> ready = new ArrayList<>();
    container.whileListenerIsSet = () -> ready.add(stream.ready());
    stream.begin(container.context(), viewing);
    ready.add(stream.ready());
    assertThat(ready).containsExactly(false, false);
    container.callBack();
    assertThat(calls).containsExactly("wake");
    assertThat(stream.ready()).isTrue();
    stream.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
    assertThat(container.sent.toString(StandardCharsets.UTF_8))
        .isEqualTo("retry: 1000\n\ndata: 1\n\n");
  }

  @Test
  void anEndThatComesWhileTheStreamOpensIsCarriedOutWhenTheContainerCalls() throws IOException {
    stream.begin(container.context(), viewing);
    stream.end();
    assertThat(container.completed).isFalse();
    container.callBack();
    assertThat(container.completed).isTrue();
  }
}
