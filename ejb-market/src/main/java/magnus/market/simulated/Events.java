package magnus.market.simulated;

import java.util.ArrayList;
import java.util.List;
import magnus.market.CorporateAction;

/**
 * What happened to one instrument, in the year of its announcement. Days are epoch days; everything
 * is known from the opening bell of the day it is announced.
 */
record Events(List<Report> reports, List<Action> actions, List<Decision> decisions) {

  /** A quarterly report; the price answers at the opening of {@code reaction}. */
  record Report(int announced, int day, int reaction, boolean beforeOpen) {}

  /** A split (new shares per old) or dividend (dollars per share). */
  record Action(int announced, int exDay, CorporateAction.Kind kind, double amount) {}

  /** A decision of the FDA, made after the close of {@code day}. */
  record Decision(int announced, int day) {}

  static Events none() {
    return new Events(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
