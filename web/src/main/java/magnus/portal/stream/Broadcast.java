package magnus.portal.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import magnus.basics.problem.Refusal;
import magnus.portal.stream.undertow.UndertowConnection;
import magnus.runs.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * One picture that changes, shown to whoever looks. A viewer who takes slowly misses pictures,
 * never gets an old one after a newer. No viewer costs a thread; one timer's turns serve all.
 */
public final class Broadcast {

  private static final int MOST = 100;

  private final Executor threads;
  private final int check;
  private final int stall;
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
  private long turn;

  /**
   * @param threads lent for short, non-blocking turns
   * @param check turns between two looks at whether viewers may still look
   * @param stall turns in which a viewer may take nothing
   */
  public Broadcast(Executor threads, int check, int stall) {
    this.threads = threads;
    this.check = check;
    this.stall = stall;
  }

  /**
   * Opens a stream that begins with this picture.
   *
   * @param entitlement what lets him look
   * @param data one line of JSON
   * @throws Refusal TOO_MANY where many look already
   */
  public void open(
      Entitlement entitlement,
      String id,
      String data,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (seats.size() >= MOST) {
      throw Refusal.tooMany("too-many-streams", "So many look at it already: " + MOST + ".", 5);
    }
    EventStream stream = new EventStream(entitlement, UndertowConnection.cut());
    EventStream.setHeaders(response);
    Seat seat = new Seat(stream, frame(id, data));
    seats.add(seat);
    stream.begin(request.getAsyncContext(), seat);
  }

  public boolean isWatched() {
    return !seats.isEmpty();
  }

  /** How many look. */
  public int viewers() {
    return seats.size();
  }

  /** A turn of the timer: shows the new picture. One at a time. */
  public void show(String id, String data) {
    byte[] frame = frame(id, data);
    turn++;
    Map<String, Boolean> known = new HashMap<>();
    for (Seat seat : seats) {
      if (turn % check == 0
          && !known.computeIfAbsent(seat.stream.credential(), c -> seat.stream.entitled())) {
        seat.end();
      }
      seat.offer(frame);
    }
  }

  private static byte[] frame(String id, String data) {
    return ("id: " + id + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A viewer's. */
  private final class Seat implements Viewing {

    private final EventStream stream;
    private byte @Nullable [] newest;
    private boolean ending;
    private int waited;

    Seat(EventStream stream, byte[] first) {
      this.stream = stream;
      this.newest = first;
    }

    synchronized void offer(byte[] frame) {
      if (stream.gone()) {
        close();
      } else if ((newest != null || ending) && ++waited > stall) {
        close();
        stream.drop();
      } else if (!ending) {
        newest = frame;
        write();
      }
    }

    private void write() {
      byte[] frame = newest;
      if (frame == null || ending || !stream.ready()) {
        return;
      }
      newest = null;
      waited = 0;
      try {
        stream.write(frame);
      } catch (IOException e) {
        close();
        stream.drop();
      }
    }

    synchronized void end() {
      if (!ending) {
        ending = true;
        stream.end();
      }
    }

    private synchronized void turn() {
      write();
    }

    @Override
    public void wake() {
      threads.execute(this::turn);
    }

    @Override
    public void close() {
      seats.remove(this);
    }
  }
}
