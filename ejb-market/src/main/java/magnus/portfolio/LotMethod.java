package magnus.portfolio;

/** Which lots a sale takes. */
public enum LotMethod {
  /** The oldest first; the rule of the law where nobody chooses (Treas. Reg. §1.1012-1(c)(1)). */
  FIFO,
  /** The newest first. */
  LIFO,
  /**
   * Those that the sale names ({@link Transaction#lots()}); the oldest first where it names none or
   * too few.
   */
  SPECIFIC
}
