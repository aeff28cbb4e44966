package magnus.cache.shelf;

import java.time.Duration;
import java.util.Optional;

/** Sees to it that of all nodes one loads a key. Within a node the shelf sees to it itself. */
public interface LoadTurns {

  /** The right to load a key, until it is given back or the node is gone. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes the turn if nobody has it. */
  Optional<Turn> tryTake(String shelf, String key);

  /**
   * Waits until whoever has the turn gives it back or is gone, or the time is over; may return
   * early.
   */
  void await(String shelf, String key, Duration most) throws InterruptedException;

  /** For one node alone. */
  static LoadTurns alone() {
    return new LoadTurns() {
      @Override
      public Optional<Turn> tryTake(String shelf, String key) {
        return Optional.of(() -> {});
      }

      @Override
      public void await(String shelf, String key, Duration most) {
        throw new IllegalStateException("there is nobody to wait for: " + shelf + "/" + key);
      }
    };
  }
}
