package magnus.market;

/** Where a figure comes from; shown beside it. */
public enum Source {
  SIMULATED,
  IMPORTED
}
