package magnus.options.strategy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.AmericanOption;
import magnus.options.pricing.Probabilities;

/**
 * A position of legs on one underlying and what it makes when its first option expires. Options
 * that live on are then worth what their own volatility says; all else is exact: between strikes
 * the payoff is straight.
 *
 * @param rate risk-free, per year, compounded continuously
 * @param yield of dividends, the same
 */
public record Position(
    String name, List<Leg> legs, double spot, LocalDate today, double rate, double yield) {

  private static final int SHARES = 100;
  private static final int STEPS = 400;
  private static final double REACH = 3;

  /** The day on which its first option expires. */
  public LocalDate horizon() {
    return legs.stream()
        .map(Leg::expiry)
        .flatMap(e -> Optional.ofNullable(e).stream())
        .min(LocalDate::compareTo)
        .orElse(today);
  }

  /** What was paid for it, per unit, in dollars; below 0 a credit. */
  public double cost() {
    return SHARES * legs.stream().mapToDouble(l -> l.quantity() * l.price()).sum();
  }

  /** What it makes at its horizon at a price of the underlying, per unit, in dollars. */
  public double profit(double price) {
    LocalDate end = horizon();
    double worth = 0;
    for (Leg leg : legs) {
      Right right = leg.right();
      LocalDate expiry = leg.expiry();
      if (right == null || expiry == null || !expiry.isAfter(end)) {
        worth += leg.payoff(price);
      } else {
        double years = ChronoUnit.DAYS.between(end, expiry) / 365.0;
        worth +=
            leg.quantity()
                * AmericanOption.quick(
                    right, price, leg.strike(), years, rate, yield, leg.volatility());
      }
    }
    return SHARES * worth - cost();
  }

  private boolean livesOn() {
    LocalDate end = horizon();
    return legs.stream()
        .map(Leg::expiry)
        .flatMap(e -> Optional.ofNullable(e).stream())
        .anyMatch(e -> e.isAfter(end));
  }

  /** Prices between which the profit is straight, or near enough so where an option lives on. */
  private double[] knots() {
    TreeSet<Double> knots = new TreeSet<>();
    knots.add(0.0);
    legs.stream().filter(Leg::isOption).forEach(l -> knots.add(l.strike()));
    knots.add(REACH * Math.max(spot, knots.last()));
    if (livesOn()) {
      double top = knots.last();
      for (int i = 1; i < STEPS; i++) {
        knots.add(top * i / STEPS);
      }
    }
    return knots.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Prices of the underlying at which it makes nothing, ascending. */
  public double[] breakEvens() {
    double[] at = knots();
    List<Double> zeros = new ArrayList<>();
    double before = profit(at[0]);
    for (int i = 1; i < at.length; i++) {
      double next = profit(at[i]);
      if (before == 0 && next != 0) {
        zeros.add(at[i - 1]);
      } else if (before * next < 0) {
        zeros.add(at[i - 1] + (at[i] - at[i - 1]) * before / (before - next));
      }
      before = next;
    }
    return zeros.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Dollars per unit; empty where it is unbounded. */
  public OptionalDouble mostProfit() {
    return slopeAtTheTop() > 0
        ? OptionalDouble.empty()
        : Arrays.stream(knots()).map(this::profit).max();
  }

  /** Dollars per unit as a positive number; empty where it is unbounded. */
  public OptionalDouble mostLoss() {
    return slopeAtTheTop() < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(-Arrays.stream(knots()).map(this::profit).min().orElse(0));
  }

  /** Shares that it is like far above all strikes. */
  private double slopeAtTheTop() {
    return legs.stream().filter(l -> l.right() != Right.PUT).mapToDouble(Leg::quantity).sum();
  }

  /**
   * Chance that it makes something at its horizon, the underlying being lognormal.
   *
   * @param volatility per year until the horizon
   */
  public double profitChance(double volatility) {
    double years = ChronoUnit.DAYS.between(today, horizon()) / 365.0;
    double[] zeros = breakEvens();
    double chance = 0;
    for (int i = 0; i <= zeros.length; i++) {
      double low = i == 0 ? 0 : zeros[i - 1];
      boolean top = i == zeros.length;
      double high = top ? 2 * Math.max(low, REACH * spot) : zeros[i];
      if (profit((low + high) / 2) > 0) {
        chance +=
            Probabilities.above(spot, low, years, rate - yield, volatility)
                - (top ? 0 : Probabilities.above(spot, high, years, rate - yield, volatility));
      }
    }
    return Math.max(0, Math.min(1, chance));
  }

  /**
   * What it ties up beside its cost, per unit, in dollars.
   *
   * @param cashSecured whether sold puts lie fully in cash
   */
  public double margin(boolean cashSecured) {
    return Margin.of(legs, spot, cashSecured);
  }
}
