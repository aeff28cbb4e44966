package magnus.options.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.options.Criterion;
import magnus.options.Opportunity;
import magnus.options.OpportunityKind;
import magnus.options.ScanRequest;
import magnus.options.Score;
import magnus.options.pricing.Probabilities;
import magnus.options.surface.ChainReading;
import org.jspecify.annotations.Nullable;

/** The best sales of one underlying: reads its chain, filters, scores. */
final class SymbolScan {

  private static final int SHARES = 100;
  private static final double BAD = 0.05;
  private static final double MOST_SPREAD = 0.15;

  private final ScanRequest request;
  private final Underlying underlying;
  private final OptionChain chain;
  private final double spot;

  SymbolScan(ScanRequest request, Underlying underlying, OptionChain chain) {
    this.request = request;
    this.underlying = underlying;
    this.chain = chain;
    this.spot = chain.spot().doubleValue();
  }

  /** A contract with its figures, before it is put into words. */
  private record Found(
      ChainReading.Slice slice,
      Contract contract,
      OpportunityKind kind,
      double volatility,
      double delta,
      double credit,
      double collateral,
      double breakEven,
      double profitChance,
      double bad,
      double[] figures,
      double score) {}

  /** At most {@code mostPerSymbol}, the best first. */
  List<Opportunity> best() {
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.comparingDouble(Found::score));
    for (ChainReading.Slice slice :
        ChainReading.slices(
            chain, underlying.asOf(), underlying.rate(), request.leastDays(), request.mostDays())) {
      for (Contract contract : slice.contracts()) {
        Found found = consider(slice, contract);
        if (found != null) {
          best.add(found);
          if (best.size() > request.mostPerSymbol()) {
            best.poll();
          }
        }
      }
    }
    List<Opportunity> opportunities = new ArrayList<>();
    while (!best.isEmpty()) {
      opportunities.add(0, describe(best.poll()));
    }
    return opportunities;
  }

  /** Contracts of the whole chain that were looked at. */
  int read() {
    return chain.contracts().size();
  }

  private @Nullable Found consider(ChainReading.Slice slice, Contract contract) {
    if (contract.openInterest() < request.leastOpenInterest()) {
      return null;
    }
    OptionalDouble implied = slice.volatility(contract, spot);
    if (implied.isEmpty()) {
      return null;
    }
    double volatility = implied.getAsDouble();
    double delta = slice.delta(contract, spot, volatility);
    if (Math.abs(delta) < request.leastDelta() || Math.abs(delta) > request.mostDelta()) {
      return null;
    }
    OpportunityKind kind =
        contract.right() == OpportunityKind.COVERED_CALL.right()
            ? OpportunityKind.COVERED_CALL
            : OpportunityKind.CASH_SECURED_PUT;
    double spread = spread(contract);
    boolean earnings = within(underlying.earnings(), slice.expiry());
    if (!request.kinds().contains(kind)
        || spread > request.mostSpread()
        || (request.avoidEarnings() && earnings)
        || (request.avoidExDividend()
            && kind == OpportunityKind.COVERED_CALL
            && within(underlying.exDividend(), slice.expiry()))) {
      return null;
    }
    return judge(slice, contract, kind, volatility, delta, spread, earnings);
  }

  private @Nullable Found judge(
      ChainReading.Slice slice,
      Contract contract,
      OpportunityKind kind,
      double volatility,
      double delta,
      double spread,
      boolean earnings) {
    double credit = contract.bid().doubleValue();
    double strike = contract.strike().doubleValue();
    boolean put = kind == OpportunityKind.CASH_SECURED_PUT;
    double collateral = put ? strike : spot;
    double annual = credit / collateral * 365 / Math.max(1, slice.days());
    if (annual < request.leastYield() || collateral * SHARES > request.mostCollateral()) {
      return null;
    }
    double breakEven = put ? strike - credit : spot - credit;
    double years = slice.years();
    double profit = Probabilities.above(spot, breakEven, years, slice.carry(), volatility);
    double low = Probabilities.quantile(spot, BAD, years, slice.carry(), volatility);
    double bad = put ? credit - Math.max(0, strike - low) : credit + Math.min(low, strike) - spot;
    double[] figures = new double[Criterion.values().length];
    figures[Criterion.YIELD.ordinal()] = annual;
    figures[Criterion.PROFIT_CHANCE.ordinal()] = profit;
    figures[Criterion.CUSHION.ordinal()] =
        Math.log(spot / breakEven) / (volatility * Math.sqrt(years));
    figures[Criterion.RICHNESS.ordinal()] = volatility / underlying.realised() - 1;
    figures[Criterion.LIQUIDITY.ordinal()] =
        0.5 * Math.max(0, 1 - spread / MOST_SPREAD)
            + 0.5 * bounded((Math.log10(1.0 + contract.openInterest()) - 1) / 3);
    figures[Criterion.BAD_OUTCOME.ordinal()] = Math.max(0, -bad / collateral);
    figures[Criterion.QUIET.ordinal()] = earnings ? 0 : 1;
    return new Found(
        slice,
        contract,
        kind,
        volatility,
        delta,
        credit,
        collateral,
        breakEven,
        profit,
        bad,
        figures,
        Score.value(figures, request.weights()));
  }

  private Opportunity describe(Found f) {
    double strike = f.contract().strike().doubleValue();
    ChainReading.Slice slice = f.slice();
    boolean put = f.kind() == OpportunityKind.CASH_SECURED_PUT;
    double above = Probabilities.above(spot, strike, slice.years(), slice.carry(), f.volatility());
    LocalDate earnings = inside(underlying.earnings(), slice.expiry());
    LocalDate exDividend = inside(underlying.exDividend(), slice.expiry());
    double most = put ? f.credit() : f.credit() + strike - spot;
    return new Opportunity(
        f.kind(),
        underlying.symbol(),
        underlying.sector(),
        chain.source(),
        slice.expiry(),
        slice.days(),
        strike,
        spot,
        underlying.sharesHeld(),
        f.contract().bid().doubleValue(),
        f.contract().ask().doubleValue(),
        f.credit(),
        f.volatility(),
        Double.isNaN(underlying.realised()) ? 0 : underlying.realised(),
        f.delta(),
        f.breakEven(),
        f.collateral() * SHARES,
        f.figures()[Criterion.YIELD.ordinal()],
        f.profitChance(),
        Probabilities.touch(spot, strike, slice.years(), slice.carry(), f.volatility()),
        put ? 1 - above : above,
        most * SHARES,
        f.breakEven() * SHARES,
        f.bad() * SHARES,
        f.contract().openInterest(),
        f.contract().volume(),
        earnings,
        exDividend,
        Wording.worstCase(underlying.symbol(), f.breakEven(), f.bad()),
        Wording.changesMind(
            f.credit(),
            f.collateral(),
            f.breakEven(),
            slice,
            underlying,
            earnings,
            put ? null : exDividend),
        Score.of(f.figures(), request.weights()));
  }

  private boolean within(@Nullable LocalDate day, LocalDate expiry) {
    return day != null && !day.isAfter(expiry);
  }

  private @Nullable LocalDate inside(@Nullable LocalDate day, LocalDate expiry) {
    return within(day, expiry) ? day : null;
  }

  private static double spread(Contract contract) {
    double bid = contract.bid().doubleValue();
    double ask = contract.ask().doubleValue();
    return (ask - bid) / ((ask + bid) / 2);
  }

  private static double bounded(double x) {
    return Math.max(0, Math.min(1, x));
  }
}
