package magnus.prefetch;

import java.util.List;
import java.util.Optional;

/**
 * A part of what is stored of a user, the newest first.
 *
 * @param next for the part before, where there is one
 */
public record BehaviorPage(List<BehaviorEntry> items, Optional<String> next) {}
