package magnus.options;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.options.scan.OptionScan;
import magnus.options.scan.Underlying;
import magnus.options.strategy.Leg;
import magnus.options.strategy.Position;
import magnus.options.strategy.UsualStrategies;
import magnus.options.surface.ChainReading;
import magnus.options.surface.SviSlice;
import magnus.options.surface.VolatilityHistory;
import magnus.options.surface.VolatilitySurface;
import org.jspecify.annotations.Nullable;

/** Puts together what one chain says. */
final class ChainAnalysis {

  private static final double THIRTY_DAYS = 30 / 365.0;
  private static final int LEAST_DAYS = 7;
  private static final int MOST_DAYS = 400;
  private static final double REACH = 3;
  private static final int PAYOFF_STEPS = 60;

  private final MarketData market;

  ChainAnalysis(MarketData market) {
    this.market = market;
  }

  OptionAnalysis of(Underlying underlying, OptionChain chain) {
    Optional<VolatilitySurface> surface =
        VolatilitySurface.of(chain, underlying.asOf(), underlying.rate());
    double spot = chain.spot().doubleValue();
    @Nullable Double near = surface.map(s -> s.volatility(0, THIRTY_DAYS)).orElse(null);
    List<Opportunity> opportunities =
        new OptionScan(Runnable::run, 0, symbol -> Result.success(chain))
            .run(ScanRequest.usual().wide(), List.of(underlying), r -> {}, () -> false)
            .items();
    return new OptionAnalysis(
        underlying.symbol(),
        spot,
        underlying.asOf(),
        chain.source(),
        Double.isNaN(underlying.realised()) ? null : underlying.realised(),
        near,
        near == null
            ? null
            : VolatilityRank.of(
                    new VolatilityHistory(market).weekly(underlying.symbol(), underlying.asOf()),
                    near)
                .orElse(null),
        surface.map(s -> view(s, spot)).orElse(null),
        opportunities,
        strategies(underlying, chain, spot));
  }

  private static OptionAnalysis.Surface view(VolatilitySurface s, double spot) {
    List<OptionAnalysis.Smile> smiles = new ArrayList<>();
    for (SviSlice slice : s.slices()) {
      double money = slice.volatility(0);
      smiles.add(
          new OptionAnalysis.Smile(
              slice.years(),
              slice.forward(),
              money,
              money * Math.sqrt(slice.years()) * slice.forward() / spot,
              slice.a(),
              slice.b(),
              slice.rho(),
              slice.m(),
              slice.sigma()));
    }
    return new OptionAnalysis.Surface(
        s.quotes(),
        s.rootMeanSquare(),
        s.insideQuotes(),
        s.leastDensity(),
        s.leastStep(),
        s.isFreeOfArbitrage(),
        smiles);
  }

  private static List<OptionAnalysis.StrategyFigures> strategies(
      Underlying underlying, OptionChain chain, double spot) {
    List<ChainReading.Slice> slices =
        ChainReading.slices(chain, underlying.asOf(), underlying.rate(), LEAST_DAYS, MOST_DAYS);
    List<OptionAnalysis.StrategyFigures> all = new ArrayList<>();
    for (UsualStrategies.Priced priced :
        new UsualStrategies(
                slices, spot, TradingCalendar.date(underlying.asOf()), underlying.rate())
            .all()) {
      Position p = priced.position();
      all.add(
          new OptionAnalysis.StrategyFigures(
              p.name(),
              p.legs().stream().map(ChainAnalysis::words).toList(),
              p.cost(),
              bounded(p.mostProfit()),
              bounded(p.mostLoss()),
              Arrays.stream(p.breakEvens()).boxed().toList(),
              p.profitChance(priced.volatility()),
              p.margin(true),
              p.horizon(),
              payoff(p, spot, priced.volatility())));
    }
    return all;
  }

  /** Even steps, and every strike and break-even between them, where the line bends or crosses. */
  private static List<OptionAnalysis.Payoff> payoff(Position p, double spot, double volatility) {
    double years = ChronoUnit.DAYS.between(p.today(), p.horizon()) / 365.0;
    double reach = REACH * volatility * Math.sqrt(years);
    double low = spot * Math.exp(-reach);
    double high = spot * Math.exp(reach);
    return DoubleStream.concat(
            DoubleStream.concat(
                IntStream.rangeClosed(0, PAYOFF_STEPS)
                    .mapToDouble(i -> low + (high - low) * i / PAYOFF_STEPS),
                p.legs().stream().mapToDouble(Leg::strike)),
            Arrays.stream(p.breakEvens()))
        .filter(price -> price >= low && price <= high)
        .distinct()
        .sorted()
        .mapToObj(price -> new OptionAnalysis.Payoff(price, p.profit(price)))
        .toList();
  }

  private static @Nullable Double bounded(OptionalDouble amount) {
    return amount.isPresent() ? amount.getAsDouble() : null;
  }

  private static String words(Leg leg) {
    String side = leg.quantity() > 0 ? "buy" : "sell";
    return leg.right() == null
        ? String.format(Locale.ROOT, "%s shares at %.2f", side, leg.price())
        : String.format(
            Locale.ROOT,
            "%s %s %s %.2f at %.2f",
            side,
            leg.expiry(),
            leg.right().name().toLowerCase(Locale.ROOT),
            leg.strike(),
            leg.price());
  }
}
