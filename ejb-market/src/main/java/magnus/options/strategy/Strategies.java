package magnus.options.strategy;

import java.time.LocalDate;
import java.util.List;
import magnus.market.OptionChain.Right;

/**
 * The strategies that investors know by name, each for one unit of a hundred shares.
 *
 * <p>A {@link Quoted} option brings its own price: what is bought at the ask and sold at the bid is
 * for the caller to say.
 */
public final class Strategies {

  private final double spot;
  private final LocalDate today;
  private final double rate;
  private final double yield;

  /** The market in which they are set up; rates per year, compounded continuously. */
  public Strategies(double spot, LocalDate today, double rate, double yield) {
    this.spot = spot;
    this.today = today;
    this.rate = rate;
    this.yield = yield;
  }

  /**
   * An option with the price at which it is dealt in.
   *
   * @param volatility per year
   */
  public record Quoted(
      Right right, double strike, LocalDate expiry, double price, double volatility) {

    Leg bought() {
      return Leg.option(right, strike, expiry, 1, price, volatility);
    }

    Leg sold() {
      return Leg.option(right, strike, expiry, -1, price, volatility);
    }
  }

  /** Shares and a call sold on them. */
  public Position coveredCall(Quoted call) {
    demand(call.right() == Right.CALL, "a covered call sells a call");
    return position("Covered call", Leg.shares(spot), call.sold());
  }

  /** A put sold with its strike in cash. */
  public Position cashSecuredPut(Quoted put) {
    demand(put.right() == Right.PUT, "a cash-secured put sells a put");
    return position("Cash-secured put", put.sold());
  }

  /** Two options of the same right and expiry. */
  public Position vertical(Quoted bought, Quoted sold) {
    demand(
        bought.right() == sold.right() && bought.expiry().equals(sold.expiry()),
        "the legs of a vertical have the same right and expiry");
    boolean bull = bought.strike() < sold.strike();
    return position(
        (bull ? "Bull " : "Bear ") + (bought.right() == Right.CALL ? "call" : "put") + " spread",
        bought.bought(),
        sold.sold());
  }

  /** A put and a call sold, and further ones bought against both. */
  public Position ironCondor(Quoted lowPut, Quoted put, Quoted call, Quoted highCall) {
    demand(
        lowPut.strike() < put.strike()
            && put.strike() <= call.strike()
            && call.strike() < highCall.strike(),
        "the strikes of an iron condor ascend");
    return position("Iron condor", lowPut.bought(), put.sold(), call.sold(), highCall.bought());
  }

  /** Shares, a put bought and a call sold. */
  public Position collar(Quoted put, Quoted call) {
    demand(put.strike() <= call.strike(), "a collar's put lies below its call");
    return position("Collar", Leg.shares(spot), put.bought(), call.sold());
  }

  /** An option sold and a later one of the same right and strike bought. */
  public Position calendar(Quoted near, Quoted far) {
    demand(
        near.right() == far.right()
            && near.strike() == far.strike()
            && near.expiry().isBefore(far.expiry()),
        "a calendar has one right and strike, the nearer expiry sold");
    return position("Calendar spread", near.sold(), far.bought());
  }

  private Position position(String name, Leg... legs) {
    return new Position(name, List.of(legs), spot, today, rate, yield);
  }

  private static void demand(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalArgumentException(rule);
    }
  }
}
