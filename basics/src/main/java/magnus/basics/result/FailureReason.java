package magnus.basics.result;

/** Why a part is missing; closed, so that callers can decide on it. */
public enum FailureReason {
  /** The source has no such thing at this as-of time. */
  NO_DATA(false),
  /** There is something, but not enough of it to compute the figure. */
  NOT_ENOUGH_DATA(false),
  /** The input does not allow the computation (a division by zero, a negative variance). */
  NOT_COMPUTABLE(false),
  /** The source answered too late. */
  TIMED_OUT(true),
  /** The source cannot be reached or refused for now. */
  UNAVAILABLE(true),
  /** The source answered something that cannot be read. */
  GARBLED(false),
  /** The work was cancelled. */
  CANCELLED(false);

  private final boolean retriable;

  FailureReason(boolean retriable) {
    this.retriable = retriable;
  }

  /** Whether asking again, later, may help. */
  public boolean retriable() {
    return retriable;
  }
}
