package magnus.prefetch.plan;

/** What is done about a candidate, and why. */
public enum Verdict {
  PREFETCH("It is worth more than it costs."),
  FRESH("All of it that shelves keep lies there."),
  NOTHING_KNOWN("Nothing is known that could be loaded for it."),
  SAVE_DATA("The browser asks to save data."),
  OVERLOADED("The server has enough to do."),
  SWITCHED_OFF("Prefetch is switched off for this user."),
  UNLIKELY("Too much of what is loaded on such a chance was wasted lately."),
  NOT_WORTH("It costs more than it is expected to save."),
  USER_BUDGET("The user's budget for this minute is spent."),
  TOTAL_BUDGET("The server's budget for this minute is spent.");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The reason as a sentence. */
  public String words() {
    return words;
  }
}
