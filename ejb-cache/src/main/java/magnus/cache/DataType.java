package magnus.cache;

import java.time.Duration;

/**
 * What kind of thing a shelf holds. It decides the base of a lifespan and the unit in which a
 * served value may be wrong.
 */
public enum DataType {
  /** What a portfolio holds, valued. */
  POSITIONS(Duration.ofSeconds(30), ErrorUnit.BASIS_POINTS),
  /** Figures computed from a portfolio: risk, performance. */
  ANALYTICS(Duration.ofSeconds(120), ErrorUnit.BASIS_POINTS),
  QUOTE(Duration.ofSeconds(5), ErrorUnit.BASIS_POINTS),
  OPTION_CHAIN(Duration.ofSeconds(60), ErrorUnit.BASIS_POINTS),
  SECTOR_ANALYSIS(Duration.ofSeconds(300), ErrorUnit.BASIS_POINTS),
  NEWS(Duration.ofSeconds(600), ErrorUnit.CHANGED),
  RESEARCH(Duration.ofSeconds(3_600), ErrorUnit.CHANGED),
  TOP_OPPORTUNITIES(Duration.ofHours(24), ErrorUnit.BASIS_POINTS),
  /** Vectors of texts: they change only with the text or the model. */
  EMBEDDING(Duration.ofHours(24), ErrorUnit.CHANGED),
  /** Answers to questions, with their sources. */
  ANSWER(Duration.ofHours(1), ErrorUnit.CHANGED);

  /** In what a served value may be wrong. */
  public enum ErrorUnit {
    /** Hundredths of a per cent of a price or of a value. */
    BASIS_POINTS,
    /** 1 where it is no longer the same, else 0. */
    CHANGED
  }

  private final Duration base;
  private final ErrorUnit unit;

  DataType(Duration base, ErrorUnit unit) {
    this.base = base;
    this.unit = unit;
  }

  /** The lifespan before any factor. */
  public Duration base() {
    return base;
  }

  public ErrorUnit errorUnit() {
    return unit;
  }

  /**
   * What a call of its source counts, an option chain's being 1. Near the statements of the
   * database that a load takes, over a chain's four (a quote 0.5, analytics 2.5); a call for quotes
   * counts less, as it serves all that are asked for.
   */
  public double callCost() {
    return switch (this) {
      case QUOTE -> 0.3;
      case SECTOR_ANALYSIS -> 0.75;
      case POSITIONS -> 1.25;
      case ANALYTICS -> 3;
      default -> 1;
    };
  }

  /**
   * Whether it is told by New York's date, so that it changes at midnight though no price does:
   * options expire, transactions dated that day count, chains are those of the day.
   */
  public boolean changesWithTheDate() {
    return switch (this) {
      case POSITIONS, ANALYTICS, OPTION_CHAIN, TOP_OPPORTUNITIES -> true;
      default -> false;
    };
  }

  /** Whether prices move it, so that volatility and the session count for its lifespan. */
  public boolean movesWithPrices() {
    return unit == ErrorUnit.BASIS_POINTS;
  }
}
