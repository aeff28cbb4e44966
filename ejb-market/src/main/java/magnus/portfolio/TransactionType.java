package magnus.portfolio;

/**
 * What a transaction does. Quantities are positive and the type gives the direction, unless said
 * otherwise.
 */
public enum TransactionType {
  /** Buys shares; a position that is short is covered first only by {@link #BUY_TO_COVER}. */
  BUY(Effect.OPEN_LONG),
  /** Sells shares held. */
  SELL(Effect.CLOSE_LONG),
  /** Sells shares borrowed. */
  SELL_SHORT(Effect.OPEN_SHORT),
  /** Buys back shares sold short. */
  BUY_TO_COVER(Effect.CLOSE_SHORT),
  /** Buys option contracts. */
  BUY_TO_OPEN(Effect.OPEN_LONG),
  /** Writes option contracts. */
  SELL_TO_OPEN(Effect.OPEN_SHORT),
  /** Buys written contracts back. */
  BUY_TO_CLOSE(Effect.CLOSE_SHORT),
  /** Sells contracts held. */
  SELL_TO_CLOSE(Effect.CLOSE_LONG),
  /**
   * Contracts expire worthless, whichever side is held. Where none is known to be held, a positive
   * quantity says that they were written, a negative one that they were bought.
   */
  EXPIRE(Effect.END_OPTION),
  /**
   * Written contracts are assigned: the option goes, its premium moves into the delivery. The
   * delivery of the underlying is a BUY or SELL at the strike of its own; or, where {@link
   * Transaction#amount()} is not zero, this transaction is both.
   */
  ASSIGN(Effect.END_OPTION),
  /** Contracts held are exercised; the delivery as with {@link #ASSIGN}. */
  EXERCISE(Effect.END_OPTION),
  /** A cash dividend or distribution. */
  DIVIDEND(Effect.INCOME),
  /**
   * Shares bought with a dividend, which is a {@link #DIVIDEND} of its own; the amount is the
   * negative cost.
   */
  REINVEST(Effect.OPEN_LONG),
  /** Interest received, or paid where the amount is negative. */
  INTEREST(Effect.INCOME),
  /** A charge that belongs to no trade; a negative amount. */
  FEE(Effect.EXPENSE),
  /** Tax withheld; a negative amount. */
  TAX(Effect.EXPENSE),
  /**
   * Cash for capital paid back, which lowers the basis of the lots held, at least to zero (IRS
   * Publication 550).
   */
  RETURN_OF_CAPITAL(Effect.RETURN_OF_CAPITAL),
  /** Cash for a fraction of a share that a split left: a sale of that quantity. */
  CASH_IN_LIEU(Effect.CLOSE_LONG),
  /** Cash in from outside. */
  DEPOSIT(Effect.FLOW),
  /** Cash out; a negative amount. */
  WITHDRAWAL(Effect.FLOW),
  /**
   * Cash or shares in from another account; shares come with their basis as a {@link
   * Transaction#price()}, or unknown.
   */
  TRANSFER_IN(Effect.TRANSFER_IN),
  /** Cash or shares out to another account; shares leave with their lots. */
  TRANSFER_OUT(Effect.TRANSFER_OUT),
  /** Moves cash between a person's own accounts, one of them not in this portfolio; either sign. */
  JOURNAL(Effect.FLOW),
  /** One leg of an exchange of currencies; the other leg is one of its own. */
  CONVERSION(Effect.FLOW),
  /**
   * A split: {@link Transaction#ratio()} new shares per old one, or the quantity of shares added to
   * those held.
   */
  SPLIT(Effect.SPLIT);

  /** How the ledger takes it. */
  public enum Effect {
    OPEN_LONG,
    CLOSE_LONG,
    OPEN_SHORT,
    CLOSE_SHORT,
    END_OPTION,
    INCOME,
    EXPENSE,
    RETURN_OF_CAPITAL,
    FLOW,
    TRANSFER_IN,
    TRANSFER_OUT,
    SPLIT
  }

  private final Effect effect;

  TransactionType(Effect effect) {
    this.effect = effect;
  }

  public Effect effect() {
    return effect;
  }

  /** Whether it changes how many shares or contracts are held. */
  public boolean isTrade() {
    return switch (effect) {
      case OPEN_LONG, CLOSE_LONG, OPEN_SHORT, CLOSE_SHORT -> true;
      default -> false;
    };
  }
}
