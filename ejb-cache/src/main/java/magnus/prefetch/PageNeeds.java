package magnus.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.prefetch.behavior.Page;

/**
 * Says what a page asks of the shelves. A module above registers one with {@link Prefetch}, for the
 * pages whose values it has.
 */
public interface PageNeeds {

  /** A key of a shelf, as the shelf writes it. */
  record Wanted(String shelf, String key) {}

  /**
   * Whose page it would be.
   *
   * @param portfolio the one that he has chosen in his browser, as far as it told; it may be
   *     another user's
   */
  record Reader(UUID user, Optional<UUID> portfolio) {}

  /** What the page asks for when he opens it; nothing for pages of others. */
  List<Wanted> of(Reader reader, Page page, Instant asOf);
}
