package magnus.recommendation.feedback;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a user's answers keep away: a kind that he wants no more of, and every action that he turned
 * down, postponed or took up, whatever kind dresses it.
 */
public final class Dismissals {

  private final Set<String> kinds = new HashSet<>();
  private final Set<String> actions = new HashSet<>();

  /**
   * @param now market time
   */
  public Dismissals(List<Past> answers, Instant now) {
    for (Past past : answers) {
      if (past.wholeKind()) {
        kinds.add(past.kind());
      }
      if (now.isBefore(past.until())) {
        actions.add(past.action());
      }
    }
  }

  /** Whether it must not be shown. */
  public boolean keepAway(String kind, String action) {
    return kinds.contains(kind) || actions.contains(action);
  }
}
