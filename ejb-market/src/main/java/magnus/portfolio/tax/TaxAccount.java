package magnus.portfolio.tax;

import java.util.UUID;

/**
 * One account of an owner or of his spouse, whose purchases count as his own (IRS Publication 550,
 * "Wash Sales").
 */
public record TaxAccount(UUID id, String name, Kind kind) {

  /** How its gains are taxed. */
  public enum Kind {
    /** Gains and losses count in the year in which they are realised. */
    TAXABLE,
    /**
     * An individual retirement arrangement: its own gains and losses do not count, but its
     * purchases wash losses of taxable accounts, for good (Rev. Rul. 2008-5).
     */
    RETIREMENT
  }
}
