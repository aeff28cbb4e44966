package magnus.risk.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an investor allows: limits of each weight and of groups, and how much may be traded at which
 * cost.
 *
 * @param least by asset
 * @param most by asset
 * @param groups such as sectors
 * @param trading where it starts from; empty when nothing is held or trading is free and unlimited
 */
public record Mandate(
    double[] least, double[] most, List<Group> groups, Optional<Trading> trading) {

  /**
   * The weights of some assets together.
   *
   * @param members indices of assets
   */
  public record Group(String name, List<Integer> members, double least, double most) {}

  /**
   * Today's weights and what leaving them costs.
   *
   * @param current add up to 1
   * @param mostTurnover sum of absolute changes, 0 to 2
   * @param cost of trading the whole value once, as a fraction, per period of the returns
   */
  public record Trading(double[] current, double mostTurnover, double cost) {}

  public Mandate {
    groups = List.copyOf(groups);
    for (int i = 0; i < least.length; i++) {
      if (!(least[i] <= most[i])) {
        throw new IllegalArgumentException(
            "asset " + i + ": at least " + least[i] + " and at most " + most[i]);
      }
    }
  }

  /** Long positions only, without any other limit. */
  public static Mandate longOnly(int assets) {
    double[] most = new double[assets];
    Arrays.fill(most, 1);
    return new Mandate(new double[assets], most, List.of(), Optional.empty());
  }

  /** No asset above that weight. */
  public Mandate atMost(double weight) {
    double[] lower = most.clone();
    Arrays.setAll(lower, i -> Math.min(lower[i], weight));
    return new Mandate(least, lower, groups, trading);
  }

  public Mandate with(Group group) {
    List<Group> more = new ArrayList<>(groups);
    more.add(group);
    return new Mandate(least, most, more, trading);
  }

  public Mandate trading(double[] current, double mostTurnover, double cost) {
    return new Mandate(
        least, most, groups, Optional.of(new Trading(current.clone(), mostTurnover, cost)));
  }

  /** Assets that must not be sold below what is held. */
  public Mandate keeping(List<Integer> held, double[] current) {
    double[] higher = least.clone();
    held.forEach(i -> higher[i] = Math.max(higher[i], current[i]));
    return new Mandate(higher, most, groups, trading);
  }

  public int assets() {
    return least.length;
  }

  /** All but the turnover; the first one, an equality, says that weights add up to 1. */
  List<LinearConstraint> constraints() {
    int n = assets();
    List<LinearConstraint> all = new ArrayList<>();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    all.add(LinearConstraint.atLeast(ones, 1));
    for (int i = 0; i < n; i++) {
      all.add(LinearConstraint.atLeast(i, least[i]));
      if (most[i] < 1 || least[i] < 0) {
        all.add(LinearConstraint.atMost(i, most[i]));
      }
    }
    for (Group group : groups) {
      double[] members = new double[n];
      double[] minus = new double[n];
      for (int member : group.members()) {
        members[member] = 1;
        minus[member] = -1;
      }
      all.add(LinearConstraint.atLeast(members, group.least()));
      all.add(LinearConstraint.atLeast(minus, -group.most()));
    }
    return all;
  }
}
