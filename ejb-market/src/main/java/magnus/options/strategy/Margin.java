package magnus.options.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.market.OptionChain.Right;

/**
 * What a position ties up, by the Cboe's strategy-based margin (Rule 10.3, "Margin Requirements",
 * and the Cboe Margin Manual) over Regulation T (12 CFR 220.12):
 *
 * <ul>
 *   <li>shares bought: half of their price;
 *   <li>a sold call with shares, a sold put with its strike in cash: nothing more;
 *   <li>a sold option with a held one of the same right that expires no sooner: the width by which
 *       the sold strike is worse, if any; the price of what is bought is paid in full;
 *   <li>a sold call and put: the larger of both requirements, the other's value on top (a condor so
 *       ties up one wing);
 *   <li>otherwise, per share, the option's price and the larger of 20 % of the spot less what it is
 *       out of the money and 10 % of the spot (of the strike for puts).
 * </ul>
 */
final class Margin {

  private static final int SHARES = 100;

  private Margin() {}

  /**
   * Dollars for one unit, beside the premiums that are paid or received.
   *
   * @param cashSecured whether sold puts lie fully in cash
   */
  static double of(List<Leg> legs, double spot, boolean cashSecured) {
    double shares = 0;
    for (Leg leg : legs) {
      shares += leg.isOption() ? 0 : leg.quantity();
    }
    double calls = side(legs, Right.CALL, spot, shares, cashSecured);
    double puts = side(legs, Right.PUT, spot, 0, cashSecured);
    double stock = 0;
    for (Leg leg : legs) {
      stock += leg.isOption() ? 0 : Math.abs(leg.quantity()) * leg.price() / 2;
    }
    return SHARES * (stock + Math.max(calls, puts));
  }

  private static double side(
      List<Leg> legs, Right right, double spot, double shares, boolean cashSecured) {
    List<Leg> sold = new ArrayList<>();
    List<Leg> held = new ArrayList<>();
    for (Leg leg : legs) {
      if (leg.right() == right) {
        (leg.quantity() < 0 ? sold : held).add(leg);
      }
    }
    Comparator<Leg> worstFirst = Comparator.comparingDouble(Leg::strike);
    sold.sort(right == Right.CALL ? worstFirst : worstFirst.reversed());
    held.sort(right == Right.CALL ? worstFirst : worstFirst.reversed());
    double[] left = held.stream().mapToDouble(Leg::quantity).toArray();
    double covered = shares;
    double required = 0;
    for (Leg leg : sold) {
      double open = -leg.quantity();
      double byShares = right == Right.CALL ? Math.min(open, Math.max(0, covered)) : 0;
      covered -= byShares;
      open -= byShares;
      for (int i = 0; i < left.length && open > 0; i++) {
        if (expires(held.get(i), leg)) {
          double paired = Math.min(open, left[i]);
          double width =
              right == Right.CALL
                  ? held.get(i).strike() - leg.strike()
                  : leg.strike() - held.get(i).strike();
          required += paired * Math.max(0, width);
          left[i] -= paired;
          open -= paired;
        }
      }
      required += open * naked(leg, right, spot, cashSecured);
    }
    return required;
  }

  private static boolean expires(Leg held, Leg sold) {
    return held.expiry() != null && sold.expiry() != null && !held.expiry().isBefore(sold.expiry());
  }

  private static double naked(Leg leg, Right right, double spot, boolean cashSecured) {
    if (right == Right.PUT && cashSecured) {
      return leg.strike();
    }
    double out = Math.max(0, right == Right.CALL ? leg.strike() - spot : spot - leg.strike());
    double least = 0.1 * (right == Right.CALL ? spot : leg.strike());
    return leg.price() + Math.max(0.2 * spot - out, least);
  }
}
