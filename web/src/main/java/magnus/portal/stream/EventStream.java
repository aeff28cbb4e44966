package magnus.portal.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import magnus.runs.RunViewer;
import magnus.runs.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * One open response, written without blocking: the container says when bytes can be taken, the run
 * journal's threads write them. While nothing happens it costs no thread and no buffer.
 */
final class EventStream implements RunViewer, WriteListener, AsyncListener {

  /** The media type. */
  static final String MEDIA_TYPE = "text/event-stream";

  // Tells a browser to reconnect after a second.
  private static final byte[] GREETING = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);
  // What an idle stream keeps; longer writes go past it.
  private static final int BUFFER = 512;

  private final Entitlement entitlement;
  private final Runnable cut;
  private final AtomicBoolean completed = new AtomicBoolean();
  private @Nullable AsyncContext async;
  private @Nullable ServletOutputStream out;
  private @Nullable Viewing viewing;
  private volatile boolean begun;
  private volatile boolean ending;
  private boolean greeted;
  private boolean flushDue;

  /**
   * @param cut closes the connection, whatever is on its way
   */
  EventStream(Entitlement entitlement, Runnable cut) {
    this.entitlement = entitlement;
    this.cut = cut;
  }

  /** Sets the headers that every event stream has. */
  static void setHeaders(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
  }

  /** Begins to write. */
  void begin(AsyncContext context, Viewing hold) throws IOException {
    async = context;
    viewing = hold;
    context.setTimeout(0);
    context.addListener(this);
    ServletResponse response = context.getResponse();
    response.setBufferSize(BUFFER);
    ServletOutputStream stream = response.getOutputStream();
    out = stream;
    stream.setWriteListener(this);
  }

  @Override
  public boolean ready() {
    ServletOutputStream stream = out;
    if (!begun || ending || stream == null || !stream.isReady()) {
      return false;
    }
    try {
      if (!greeted) {
        greeted = true;
        write(GREETING);
      } else if (flushDue) {
        flushDue = false;
        stream.flush();
      }
      return stream.isReady();
    } catch (IOException e) {
      lost();
      return false;
    }
  }

  @Override
  public void write(byte[] frames) throws IOException {
    ServletOutputStream stream = out;
    if (stream == null) {
      return;
    }
    stream.write(frames);
    if (stream.isReady()) {
      stream.flush();
    } else {
      flushDue = true;
    }
  }

  @Override
  public String credential() {
    return entitlement.credential();
  }

  @Override
  public boolean entitled() {
    return entitlement.counts().getAsBoolean();
  }

  @Override
  public void end() {
    ending = true;
    ServletOutputStream stream = out;
    // Where nothing was written yet or the last bytes are still on their way, the container calls
    // back.
    if (begun && (stream == null || stream.isReady())) {
      complete();
    }
  }

  @Override
  public boolean gone() {
    return completed.get();
  }

  /**
   * Completing would wait for the client to take what is buffered for him, for ever if he does not:
   * so the connection goes first.
   */
  @Override
  public void drop() {
    ending = true;
    if (!completed.get()) {
      cut.run();
      complete();
    }
  }

  private void complete() {
    if (async != null && completed.compareAndSet(false, true)) {
      async.complete();
    }
  }

  private void lost() {
    if (viewing != null) {
      viewing.close();
    }
    complete();
  }

  @Override
  public void onWritePossible() {
    // Until the container has called here once, it refuses even to be asked whether it is ready.
    begun = true;
    if (ending) {
      complete();
    } else if (viewing != null) {
      viewing.wake();
    }
  }

  @Override
  public void onError(Throwable cause) {
    lost();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    completed.set(true);
    if (viewing != null) {
      viewing.close();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    lost();
  }

  @Override
  public void onError(AsyncEvent event) {
    lost();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // A stream is begun once.
  }
}
