package magnus.cache.event;

import magnus.cache.Occurrence;
import magnus.cache.shelf.Entry;

/**
 * Decides what an occurrence means for an entry that it touches; safe to call from many threads.
 */
public interface Decision {

  /** What to do with the entry. */
  enum Verdict {
    KEEP,
    /** It is wrong: nobody may see it again. */
    DROP
  }

  /**
   * @param why in words, with the figures that it rests on
   */
  record Decided(Verdict verdict, String why) {}

  Decided decide(Occurrence occurrence, String shelf, String key, Entry<?> entry);
}
