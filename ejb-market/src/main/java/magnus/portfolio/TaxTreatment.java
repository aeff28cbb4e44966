package magnus.portfolio;

/** How an account's gains are taxed. */
public enum TaxTreatment {
  /** Gains and losses count in the year in which they are realised. */
  TAXABLE,
  /**
   * An individual retirement arrangement: its own gains and losses do not count, but its purchases
   * wash losses of taxable accounts, for good (Rev. Rul. 2008-5).
   */
  RETIREMENT
}
