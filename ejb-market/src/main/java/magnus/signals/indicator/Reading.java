package magnus.signals.indicator;

/** What a signal says of the sessions to come. */
public enum Reading {
  /** The price will be higher. */
  HIGHER,
  /** The price will be lower. */
  LOWER,
  /** The price will move more than it mostly does, whichever way. */
  RESTLESS,
  /** The price will move less than it mostly does. */
  CALM,
  /** Nothing. */
  NOTHING
}
