package magnus.recommendation;

/** What would be done. */
public enum Direction {
  REDUCE,
  ADD,
  HEDGE,
  INCOME,
  HARVEST,
  ROLL,
  REVIEW
}
