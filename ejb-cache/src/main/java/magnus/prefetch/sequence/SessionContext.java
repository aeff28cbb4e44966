package magnus.prefetch.sequence;

import java.util.Arrays;

/**
 * All that is known when the next item is to be predicted.
 *
 * @param user whose session it is, a number of the caller's choice; {@link #NOBODY} if not known
 * @param cohort the group of users he belongs to; {@link #NONE} if to none
 * @param session a number of the session that no other session of this model has
 * @param items what was opened in the session so far, the oldest first; never changed by anybody
 *     after it is passed
 * @param slot the half hour of the day, 0 to 47; {@link #NONE} if not known
 * @param day the day of the week, 1 (Monday) to 7; {@link #NONE} if not known
 * @param condition the state of the market, a small number; {@link #NONE} if not known
 * @param events what is on, one bit each, such as the earnings season; 0 if nothing
 * @param held items that stand for what the user holds, in falling weight
 */
public record SessionContext(
    int user,
    int cohort,
    long session,
    int[] items,
    int slot,
    int day,
    int condition,
    int events,
    int[] held) {

  /** A user who is not known. */
  public static final int NOBODY = -1;

  /** A field that is not known. */
  public static final int NONE = -1;

  private static final int[] NO_ITEMS = {};

  /** A session of which nothing is known but what was opened in it. */
  public static SessionContext anonymous(long session, int... items) {
    return new SessionContext(NOBODY, NONE, session, items, NONE, NONE, NONE, 0, NO_ITEMS);
  }

  /** The same user, session and time after {@code item} was opened. */
  public SessionContext then(int item) {
    int[] longer = Arrays.copyOf(items, items.length + 1);
    longer[items.length] = item;
    return withItems(longer);
  }

  /** The same with other items. */
  public SessionContext withItems(int[] other) {
    return new SessionContext(user, cohort, session, other, slot, day, condition, events, held);
  }

  /** The same of a user who is not known. */
  public SessionContext ofNobody() {
    return new SessionContext(NOBODY, cohort, session, items, slot, day, condition, events, held);
  }

  /** The same at a time that is not known. */
  public SessionContext withoutTime() {
    return new SessionContext(user, cohort, session, items, NONE, NONE, condition, events, held);
  }

  /** The same in a market of which nothing is known. */
  public SessionContext withoutCondition() {
    return new SessionContext(user, cohort, session, items, slot, day, NONE, events, held);
  }

  /** The same while nothing is on. */
  public SessionContext withoutEvents() {
    return new SessionContext(user, cohort, session, items, slot, day, condition, 0, held);
  }

  /** The same of a user who holds nothing. */
  public SessionContext withoutHeld() {
    return new SessionContext(user, cohort, session, items, slot, day, condition, events, NO_ITEMS);
  }

  /** How many items were opened. */
  public int length() {
    return items.length;
  }

  /**
   * The item opened {@code ago} steps before the last one.
   *
   * @return below 0 if there are not so many
   */
  public int back(int ago) {
    return ago < items.length ? items[items.length - 1 - ago] : -1;
  }
}
