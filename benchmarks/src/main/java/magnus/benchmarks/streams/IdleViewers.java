package magnus.benchmarks.streams;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Many open event streams on one thread; each only counts the events that come. */
final class IdleViewers implements AutoCloseable {

  private static final byte[] EVENT = "\ndata: ".getBytes(StandardCharsets.UTF_8);

  private final Selector selector = Selector.open();
  private final List<Viewer> viewers = new ArrayList<>();
  private final AtomicInteger watching = new AtomicInteger();
  private final Thread reader;
  private volatile boolean closed;

  /** One stream: how much of {@code "\ndata: "} has matched, and how many events there were. */
  private static final class Viewer {
    private final SocketChannel channel;
    private int matched;
    private volatile int events;

    Viewer(SocketChannel channel) {
      this.channel = channel;
    }

    void count(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        matched = next == EVENT[matched] ? matched + 1 : next == EVENT[0] ? 1 : 0;
        if (matched == EVENT.length) {
          events++;
          matched = 0;
        }
      }
    }
  }

  /** Opens so many streams at the path and waits until each has its first event. */
  IdleViewers(int port, String path, String authorization, int count)
      throws IOException, InterruptedException {
    reader = new Thread(this::read, "viewers");
    reader.setDaemon(true);
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nAuthorization: "
            + authorization
            + "\r\n\r\n";
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      channel.configureBlocking(false);
      Viewer viewer = new Viewer(channel);
      viewers.add(viewer);
      channel.register(selector, SelectionKey.OP_READ, viewer);
    }
    reader.start();
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    try {
      while (!closed) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read((Viewer) key.attachment(), key, buffer);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      closed = true;
    }
  }

  private void read(Viewer viewer, SelectionKey key, ByteBuffer buffer) {
    buffer.clear();
    try {
      if (viewer.channel.read(buffer) < 0) {
        key.cancel();
        return;
      }
    } catch (IOException e) {
      key.cancel();
      return;
    }
    buffer.flip();
    boolean first = viewer.events == 0;
    viewer.count(buffer);
    if (first && viewer.events > 0) {
      watching.incrementAndGet();
    }
  }

  /** How many have had an event. */
  int watching() {
    return watching.get();
  }

  /** How many have had at least so many events. */
  long with(int events) {
    return viewers.stream().filter(v -> v.events >= events).count();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Viewer viewer : viewers) {
      viewer.channel.close();
    }
    selector.close();
  }
}
