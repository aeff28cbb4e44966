package magnus.prefetch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows what users hold; a module above registers one. */
public interface HeldSymbols {

  /**
   * What a user holds, the largest first, options as their underlying. Asked at each visit, so it
   * waits for nothing.
   *
   * @return empty where that is not known at hand
   */
  Optional<List<String>> of(UUID account);
}
