package magnus.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import magnus.prefetch.behavior.Page;

/**
 * Says what a page asks of the shelves. A module above registers one with {@link Prefetch}, for the
 * pages whose values it has.
 */
public interface PageNeeds {

  /** A key of a shelf, as the shelf writes it. */
  record Wanted(String shelf, String key) {}

  /** What the page asks for when that user opens it; nothing for pages of others. */
  List<Wanted> of(UUID user, Page page, Instant asOf);
}
