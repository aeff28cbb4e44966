package magnus.runs.viewing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.runs.RunEvent;
import magnus.runs.RunViewer;
import magnus.runs.Viewing;
import magnus.runs.execution.Node;

/** A viewer that takes so many writes at once, and remembers the lines that he was told. */
public class FakeViewer implements RunViewer {

  public volatile boolean ended;
  public volatile boolean dropped;
  public volatile boolean entitled = true;
  private final List<String> lines = new ArrayList<>();
  private int comments;
  private int takes;
  private Viewing viewing;
  private boolean left;

  public FakeViewer(int takes) {
    this.takes = takes;
  }

  /** Opens a stream and begins to take; false when there is nothing to come. */
  public boolean open(Node node, UUID run, long after) {
    Optional<Viewing> opened = node.viewers.open(run, Node.ANN.id(), after, this);
    opened.ifPresent(
        v -> {
          viewing = v;
          v.wake();
        });
    return opened.isPresent();
  }

  /** What a viewer sees of an event. */
  public static String line(RunEvent event) {
    return event.sequence() + " " + event.type();
  }

  /** Can take so many writes more. */
  public void take(int more) {
    synchronized (this) {
      takes += more;
    }
    viewing.wake();
  }

  /** Goes away; adds what he saw, and returns the sequence of the last one. */
  public long leave(List<String> seen, long last) {
    if (viewing != null) {
      viewing.close();
    }
    left = true;
    seen.addAll(lines());
    return lines().isEmpty() ? last : Long.parseLong(lines().get(lines().size() - 1).split(" ")[0]);
  }

  /** As {@link #leave}, while other threads may still be writing to him. */
  public long leaveSettled(List<String> seen, long last) {
    synchronized (this) {
      takes = 0;
      return leave(seen, last);
    }
  }

  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  public synchronized int comments() {
    return comments;
  }

  @Override
  public synchronized boolean ready() {
    return takes > 0;
  }

  @Override
  public synchronized void write(byte[] frames) {
    if (left) {
      return;
    }
    takes--;
    String text = new String(frames, StandardCharsets.UTF_8);
    if (text.equals(":\n\n")) {
      comments++;
      return;
    }
    for (String frame : text.split("\n\n")) {
      String id =
          frame.substring(frame.lastIndexOf(':', frame.indexOf('\n')) + 1, frame.indexOf('\n'));
      String type = frame.replaceAll("(?s).*\\{\"type\":\"([a-z_]+)\".*", "$1");
      lines.add(id + " " + type);
    }
  }

  @Override
  public String credential() {
    return "session " + System.identityHashCode(this);
  }

  @Override
  public boolean entitled() {
    return entitled;
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public synchronized boolean gone() {
    return ended && takes > 0;
  }

  @Override
  public void drop() {
    dropped = true;
  }
}
