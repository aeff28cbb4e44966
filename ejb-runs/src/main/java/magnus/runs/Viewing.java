package magnus.runs;

/**
 * The hold that a viewer has on his stream. Both methods may be called from any thread, and cost
 * little.
 */
public interface Viewing {

  /** There is something to do: bytes can be written again. */
  void wake();

  /** The viewer has gone. */
  void close();
}
