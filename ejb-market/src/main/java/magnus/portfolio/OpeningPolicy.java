package magnus.portfolio;

/** What to think of a sale of more than the history holds. */
public enum OpeningPolicy {
  /** The history is whole: it is a mistake, and the line is refused. */
  WHOLE_HISTORY,
  /**
   * The history begins mid-way, as brokers' exports do: the shares were there before, at a cost
   * that nobody told. They become a lot of unknown basis, which disappears when an older export
   * brings the purchase.
   */
  BEGINS_MID_WAY
}
