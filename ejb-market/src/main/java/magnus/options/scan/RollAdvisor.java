package magnus.options.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.options.RollSuggestion;
import magnus.options.pricing.Probabilities;
import magnus.options.surface.ChainReading;
import org.jspecify.annotations.Nullable;

/**
 * Says when a sold option wants attention and which later ones could take its place for a credit:
 * the same strike or one further out of the money, an expiry at most {@value #MOST_DAYS} days away,
 * bought back at the ask and sold at the bid. Ranked by credit for each day added.
 */
public final class RollAdvisor {

  private static final int MOST_DAYS = 75;
  private static final int NEAR_DAYS = 21;
  private static final int ROLLS = 3;
  private static final double LARGE_DELTA = 0.40;
  private static final double MOST_DELTA = 0.50;
  private static final double LITTLE_TIME_VALUE = 0.05;
  private static final double DONE = 0.2;
  private static final double LEAST_CREDIT = 0.01;
  private static final int SHARES = 100;

  private RollAdvisor() {}

  /** Empty where the chain does not list the option or has no ask for it. */
  public static Optional<RollSuggestion> advise(
      ShortOption sold, OptionChain chain, Underlying underlying) {
    double spot = chain.spot().doubleValue();
    List<ChainReading.Slice> slices =
        ChainReading.slices(chain, underlying.asOf(), underlying.rate(), 0, Integer.MAX_VALUE);
    ChainReading.Slice own = null;
    Contract held = null;
    for (ChainReading.Slice slice : slices) {
      for (Contract c : slice.contracts()) {
        if (slice.expiry().equals(sold.expiry())
            && c.right() == sold.right()
            && Math.abs(c.strike().doubleValue() - sold.strike()) < 1e-9) {
          own = slice;
          held = c;
        }
      }
    }
    if (own == null || held == null || held.ask().signum() <= 0) {
      return Optional.empty();
    }
    double buyBack = held.ask().doubleValue();
    double intrinsic =
        Math.max(0, sold.right() == Right.CALL ? spot - sold.strike() : sold.strike() - spot);
    double delta = delta(own, held, spot, intrinsic > 0);
    double timeValue = Math.max(0, buyBack - intrinsic);
    String reason = reason(sold, own, underlying, delta, buyBack, intrinsic, timeValue);
    List<RollSuggestion.Roll> rolls = new ArrayList<>();
    for (ChainReading.Slice slice : slices) {
      if (slice.expiry().isAfter(sold.expiry()) && slice.days() <= MOST_DAYS) {
        for (Contract c : slice.contracts()) {
          RollSuggestion.Roll roll = roll(sold, own, slice, c, buyBack, spot, underlying);
          if (roll != null) {
            rolls.add(roll);
          }
        }
      }
    }
    rolls.sort(Comparator.comparingDouble((RollSuggestion.Roll r) -> -r.creditPerDay()));
    return Optional.of(
        new RollSuggestion(
            sold.underlying(),
            sold.right(),
            sold.expiry(),
            sold.strike(),
            sold.contracts(),
            spot,
            own.days(),
            delta,
            buyBack,
            timeValue,
            !reason.startsWith("Nothing"),
            reason,
            rolls.stream().limit(ROLLS).toList()));
  }

  private static double delta(
      ChainReading.Slice slice, Contract contract, double spot, boolean inTheMoney) {
    OptionalDouble v = slice.volatility(contract, spot);
    int sign = contract.right() == Right.CALL ? 1 : -1;
    return v.isPresent() ? slice.delta(contract, spot, v.getAsDouble()) : inTheMoney ? sign : 0;
  }

  private static String reason(
      ShortOption sold,
      ChainReading.Slice own,
      Underlying underlying,
      double delta,
      double buyBack,
      double intrinsic,
      double timeValue) {
    LocalDate ex = underlying.exDividend();
    if (sold.right() == Right.CALL && intrinsic > 0 && ex != null && !ex.isAfter(sold.expiry())) {
      return String.format(
          Locale.ROOT,
          "In the money before the ex-dividend day on %s with $%.2f of time value: it may be"
              + " exercised for the dividend.",
          ex,
          timeValue);
    }
    if (intrinsic > 0 && timeValue < LITTLE_TIME_VALUE * Math.max(1, intrinsic)) {
      return String.format(
          Locale.ROOT,
          "In the money with only $%.2f of time value left: it may be exercised any day.",
          timeValue);
    }
    if (Math.abs(delta) >= LARGE_DELTA) {
      return String.format(
          Locale.ROOT, "Its delta of %.2f makes assignment likely.", Math.abs(delta));
    }
    if (sold.received() > 0 && buyBack <= DONE * sold.received()) {
      return String.format(
          Locale.ROOT,
          "$%.2f of the $%.2f received are earned; what is left is not worth the risk.",
          sold.received() - buyBack,
          sold.received());
    }
    if (own.days() <= NEAR_DAYS) {
      return own.days() + " days are left, in which gamma grows fastest.";
    }
    return "Nothing presses: " + own.days() + " days are left and its delta is small.";
  }

  private static RollSuggestion.@Nullable Roll roll(
      ShortOption sold,
      ChainReading.Slice own,
      ChainReading.Slice slice,
      Contract contract,
      double buyBack,
      double spot,
      Underlying underlying) {
    double strike = contract.strike().doubleValue();
    boolean put = sold.right() == Right.PUT;
    if (contract.right() != sold.right()
        || (put ? strike > sold.strike() : strike < sold.strike())
        || contract.bid().signum() <= 0) {
      return null;
    }
    double credit = contract.bid().doubleValue() - buyBack;
    OptionalDouble volatility = slice.volatility(contract, spot);
    if (credit < LEAST_CREDIT || volatility.isEmpty()) {
      return null;
    }
    double delta = slice.delta(contract, spot, volatility.getAsDouble());
    if (Math.abs(delta) > MOST_DELTA) {
      return null;
    }
    double above =
        Probabilities.above(spot, strike, slice.years(), slice.carry(), volatility.getAsDouble());
    double breakEven = put ? strike - credit : strike + credit;
    double low =
        Probabilities.quantile(
            spot, put ? 0.05 : 0.95, slice.years(), slice.carry(), volatility.getAsDouble());
    double bad = credit - Math.max(0, put ? strike - low : low - strike);
    LocalDate earnings = underlying.earnings();
    return new RollSuggestion.Roll(
        slice.expiry(),
        slice.days(),
        strike,
        contract.bid().doubleValue(),
        delta,
        credit,
        credit / (slice.days() - own.days()),
        breakEven,
        put ? 1 - above : above,
        String.format(Locale.ROOT, "%d DTE: roll for %.2f credit", slice.days(), credit),
        String.format(
            Locale.ROOT,
            put
                ? "Assigned at $%.2f and the stock at nothing: $%,.0f a contract. In the worst of"
                    + " twenty outcomes the new option %s $%,.0f."
                : "Assigned at $%.2f: without the shares the loss has no bound, with them it is"
                    + " gain forgone beyond $%,.0f a contract. In the worst of twenty outcomes the"
                    + " new option %s $%,.0f.",
            strike,
            put ? breakEven * SHARES : credit * SHARES,
            bad < 0 ? "loses" : "still makes",
            Math.abs(bad) * SHARES),
        String.format(
            Locale.ROOT,
            "A credit below $%.2f a share, a %s through $%.2f%s.",
            credit / 2,
            put ? "fall" : "rise",
            breakEven,
            earnings != null && !earnings.isAfter(slice.expiry())
                ? ", or no wish to hold over the earnings on " + earnings
                : ""));
  }
}
