package magnus.prefetch.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.prefetch.behavior.Page;

/**
 * A visit as the model learns it.
 *
 * @param condition the market's state, as a small number; below 0 if not known
 * @param events what was on, one bit each
 * @param held symbols that the user held, the largest first; empty where it was not known
 */
public record Seen(
    UUID user, Page page, Instant at, int condition, int events, Optional<List<String>> held) {

  /** Of a user of whom it is not known what he held. */
  public Seen(UUID user, Page page, Instant at, int condition, int events) {
    this(user, page, at, condition, events, Optional.empty());
  }

  /** While nothing was on. */
  public Seen(UUID user, Page page, Instant at, int condition) {
    this(user, page, at, condition, 0);
  }
}
