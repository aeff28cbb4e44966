package magnus.prefetch;

import java.util.Optional;

/**
 * A summary that is kept in tables, so that all nodes have it and it survives a start. Whether it
 * is made anew or dropped is decided before a busy hour.
 */
public interface StoredSummary {

  /** The shelf whose loads ask for it. */
  String shelf();

  /**
   * Makes it anew where that pays, or drops it.
   *
   * @param loads of its shelf that are expected
   * @param mostBytes the room that it may take
   * @return what was done and why, in a sentence; empty where it stays as it is
   */
  Optional<String> remake(double loads, long mostBytes);
}
