package magnus.recommendation;

/** What a user says to a card. */
public enum Verdict {
  ACCEPT,
  REJECT,
  SNOOZE,
  /** No more of its kind, until he says otherwise in his profile. */
  NOT_THIS_KIND
}
