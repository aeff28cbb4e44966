package magnus.prefetch.model;

import java.time.Instant;
import java.util.UUID;
import magnus.prefetch.behavior.Page;

/**
 * A visit as the model learns it.
 *
 * @param condition the market's state, as a small number; below 0 if not known
 * @param events what was on, one bit each
 */
public record Seen(UUID user, Page page, Instant at, int condition, int events) {

  /** While nothing was on. */
  public Seen(UUID user, Page page, Instant at, int condition) {
    this(user, page, at, condition, 0);
  }
}
