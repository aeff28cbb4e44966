package magnus.cache.event;

import java.util.function.Consumer;
import magnus.cache.Occurrence;

/** Carries occurrences between nodes. */
public interface EventChannel {

  /** Tells all other nodes; returns when those that can be reached have it. */
  void publish(Occurrence occurrence);

  /** Names the one that hears of what other nodes published; not of what this one did. */
  void subscribe(Consumer<Occurrence> listener);

  /** For one node alone. */
  static EventChannel alone() {
    return new EventChannel() {
      @Override
      public void publish(Occurrence occurrence) {}

      @Override
      public void subscribe(Consumer<Occurrence> listener) {}
    };
  }
}
