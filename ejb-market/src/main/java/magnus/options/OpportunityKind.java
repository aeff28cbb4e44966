package magnus.options;

import magnus.market.OptionChain.Right;

/** What is sold, against what. */
public enum OpportunityKind {
  /** A put, with the strike in cash. */
  CASH_SECURED_PUT(Right.PUT),
  /** A call, with the shares held or bought. */
  COVERED_CALL(Right.CALL);

  private final Right right;

  OpportunityKind(Right right) {
    this.right = right;
  }

  public Right right() {
    return right;
  }
}
