package magnus.prefetch.sequence;

import java.util.List;
import java.util.Optional;

/**
 * One step with the names of things, as it is logged and passed between nodes.
 *
 * @param user whose session it is; empty if not known
 * @param cohort the group of users he belongs to; empty if to none
 * @param session a number that no other session has
 * @param items what was opened in the session before, the oldest first; of long sessions the latest
 *     ({@link #MOST_ITEMS} suffice)
 * @param slot the half hour of the day, 0 to 47, or {@link SessionContext#NONE}
 * @param day the day of the week, 1 to 7, or {@link SessionContext#NONE}
 * @param condition the state of the market, a small number, or {@link SessionContext#NONE}
 * @param events what is on, one bit each
 * @param held items that stand for what the user holds, in falling weight
 * @param next what was opened then; empty in a question
 */
public record NamedStep(
    Optional<String> user,
    Optional<String> cohort,
    long session,
    List<String> items,
    int slot,
    int day,
    int condition,
    int events,
    List<String> held,
    Optional<String> next) {

  /** No predictor looks farther back. */
  public static final int MOST_ITEMS = 32;

  public NamedStep {
    items = List.copyOf(items.subList(Math.max(0, items.size() - MOST_ITEMS), items.size()));
    held = List.copyOf(held);
  }
}
