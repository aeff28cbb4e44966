package magnus.options.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.options.surface.ChainReading;

/**
 * The usual strategies at the quotes of a chain: short options near 25 % delta, wings near 10 %,
 * bought at the ask and sold at the bid. One that the chain does not allow is left out.
 */
public final class UsualStrategies {

  private static final int WANTED_DAYS = 45;
  private static final int CALENDAR_DAYS = 20;
  private static final double SHORT_DELTA = 0.25;
  private static final double WING_DELTA = 0.10;
  private static final double MOST_OFF = 0.12;

  private final List<ChainReading.Slice> slices;
  private final double spot;
  private final LocalDate today;
  private final double rate;

  public UsualStrategies(
      List<ChainReading.Slice> slices, double spot, LocalDate today, double rate) {
    this.slices = slices;
    this.spot = spot;
    this.today = today;
    this.rate = rate;
  }

  /** With the volatility of the money at their horizon. */
  public record Priced(Position position, double volatility) {}

  /** Those that the quotes allow. */
  public List<Priced> all() {
    Optional<ChainReading.Slice> near = nearest(WANTED_DAYS);
    if (near.isEmpty()) {
      return List.of();
    }
    ChainReading.Slice slice = near.get();
    Strategies at = new Strategies(spot, today, rate, rate - slice.carry());
    Optional<Strategies.Quoted> put = find(slice, Right.PUT, SHORT_DELTA, false);
    Optional<Strategies.Quoted> call = find(slice, Right.CALL, SHORT_DELTA, false);
    Optional<Strategies.Quoted> lowPut = find(slice, Right.PUT, WING_DELTA, true);
    Optional<Strategies.Quoted> highCall = find(slice, Right.CALL, WING_DELTA, true);
    Optional<Strategies.Quoted> heldPut = find(slice, Right.PUT, SHORT_DELTA, true);
    Optional<Strategies.Quoted> money = find(slice, Right.CALL, 0.5, false);
    List<Priced> all = new ArrayList<>();
    double volatility = money.map(Strategies.Quoted::volatility).orElse(0.3);
    call.ifPresent(c -> add(all, volatility, () -> at.coveredCall(c)));
    put.ifPresent(p -> add(all, volatility, () -> at.cashSecuredPut(p)));
    if (put.isPresent() && lowPut.isPresent()) {
      add(all, volatility, () -> at.vertical(lowPut.get(), put.get()));
    }
    if (call.isPresent() && highCall.isPresent()) {
      add(all, volatility, () -> at.vertical(highCall.get(), call.get()));
    }
    if (put.isPresent() && lowPut.isPresent() && call.isPresent() && highCall.isPresent()) {
      add(
          all,
          volatility,
          () -> at.ironCondor(lowPut.get(), put.get(), call.get(), highCall.get()));
    }
    if (heldPut.isPresent() && call.isPresent()) {
      add(all, volatility, () -> at.collar(heldPut.get(), call.get()));
    }
    if (money.isPresent()) {
      later(slice, money.get())
          .ifPresent(far -> add(all, volatility, () -> at.calendar(money.get(), far)));
    }
    return all;
  }

  /** Leaves out what the strikes that are there do not allow. */
  private static void add(List<Priced> all, double volatility, Supplier<Position> strategy) {
    try {
      all.add(new Priced(strategy.get(), volatility));
    } catch (IllegalArgumentException e) {
      // two legs fell on one strike
    }
  }

  private Optional<ChainReading.Slice> nearest(int days) {
    ChainReading.Slice best = null;
    for (ChainReading.Slice slice : slices) {
      if (best == null || Math.abs(slice.days() - days) < Math.abs(best.days() - days)) {
        best = slice;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Strategies.Quoted> find(
      ChainReading.Slice slice, Right right, double delta, boolean bought) {
    Strategies.Quoted best = null;
    double off = MOST_OFF;
    for (Contract c : slice.contracts()) {
      OptionalDouble v = c.right() == right ? slice.volatility(c, spot) : OptionalDouble.empty();
      if (v.isPresent()) {
        double miss = Math.abs(Math.abs(slice.delta(c, spot, v.getAsDouble())) - delta);
        if (miss < off) {
          off = miss;
          best = quoted(c, bought, v.getAsDouble());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Strategies.Quoted> later(ChainReading.Slice near, Strategies.Quoted sold) {
    for (ChainReading.Slice slice : slices) {
      if (slice.days() >= near.days() + CALENDAR_DAYS) {
        for (Contract c : slice.contracts()) {
          if (c.right() == sold.right() && c.strike().doubleValue() == sold.strike()) {
            OptionalDouble v = slice.volatility(c, spot);
            if (v.isPresent()) {
              return Optional.of(quoted(c, true, v.getAsDouble()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Strategies.Quoted quoted(Contract c, boolean bought, double volatility) {
    return new Strategies.Quoted(
        c.right(),
        c.strike().doubleValue(),
        c.expiry(),
        (bought ? c.ask() : c.bid()).doubleValue(),
        volatility);
  }
}
