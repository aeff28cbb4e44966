package magnus.prefetch;

import magnus.identity.Caller;

/** Under which few words what users have the server do is counted; they tell nothing of anybody. */
public final class Cohorts {

  /** Who asks and is not signed in, or not known yet. */
  public static final String NOT_SIGNED_IN = "not-signed-in";

  private static final String ADMINISTRATOR = "administrator";
  private static final String AHEAD = "user-ahead";
  private static final String PLAIN = "user-plain";

  private Cohorts() {}

  /** Administrators, users for whom pages are loaded ahead, and users for whom they are not. */
  public static String of(Caller caller) {
    if (caller.isAdmin()) {
      return ADMINISTRATOR;
    }
    return Behavior.split().isAhead(caller.id()) ? AHEAD : PLAIN;
  }
}
