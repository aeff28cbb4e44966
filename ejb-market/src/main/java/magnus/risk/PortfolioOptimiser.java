package magnus.risk;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.BarSeries;
import magnus.market.Instrument;
import magnus.market.MarketData;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.Portfolios;
import magnus.signals.indicator.AdjustedBars;
import org.jspecify.annotations.Nullable;

/**
 * Target weights for what a portfolio holds, by past returns of the stocks and funds in it and of
 * others that may be bought. Changes nothing.
 */
@Stateless
public class PortfolioOptimiser {

  private static final int YEAR = 252;

  @EJB private Portfolios portfolios;
  @Inject private MarketData market;

  /**
   * Finds the weights.
   *
   * @throws Refusal UNKNOWN for a portfolio that is not the caller's or a symbol that the market
   *     does not know; MALFORMED for a look-back out of range or a view or limit of what is not
   *     weighed; UNACCEPTABLE where fewer than two have a common history, or no weights keep to all
   *     limits
   */
  public OptimisedPortfolio optimise(
      Caller caller, UUID portfolio, OptimisationWish wish, Instant asOf) {
    if (wish.sessions() < RiskSettings.LEAST_SESSIONS
        || wish.sessions() > RiskSettings.MOST_SESSIONS) {
      throw Refusal.malformed(
          "sessions",
          wish.sessions(),
          "a whole number from "
              + RiskSettings.LEAST_SESSIONS
              + " to "
              + RiskSettings.MOST_SESSIONS);
    }
    Holdings holdings = portfolios.holdings(caller, portfolio, asOf);
    Map<String, OptimisationOfHoldings.Asset> assets = new TreeMap<>();
    Map<String, String> missing = new TreeMap<>();
    for (Holding holding : holdings.items()) {
      String reason = whyNot(holding);
      if (reason == null) {
        add(holding.symbol(), holding.sector(), holding, wish.sessions(), asOf, assets, missing);
      } else {
        missing.put(holding.symbol(), reason);
      }
    }
    holdings.missing().forEach(m -> missing.putIfAbsent(m.symbol(), m.reason()));
    for (String symbol : wish.symbols()) {
      Instrument instrument =
          market.findInstrument(symbol, asOf).orElseThrow(() -> Refusal.unknown("symbol", symbol));
      if (!assets.containsKey(symbol)) {
        add(symbol, instrument.sector(), null, wish.sessions(), asOf, assets, missing);
      }
    }
    return new OptimisationOfHoldings(holdings, new LinkedHashMap<>(assets), missing, wish)
        .compute();
  }

  private static @Nullable String whyNot(Holding holding) {
    if (holding.option() != null) {
      return "An option: what it risks is no share of what is invested.";
    }
    if (holding.value() == null) {
      return "It has no price.";
    }
    return holding.value().signum() > 0 ? null : "It is owed, not held.";
  }

  private void add(
      String symbol,
      String sector,
      @Nullable Holding holding,
      int sessions,
      Instant asOf,
      Map<String, OptimisationOfHoldings.Asset> assets,
      Map<String, String> missing) {
    LocalDate to = TradingCalendar.date(asOf);
    LocalDate from = to.minusDays((sessions + 10L) * 366 / YEAR);
    BarSeries bars = market.bars(symbol, from, to, asOf).find().orElse(null);
    if (bars == null || bars.size() <= RiskSettings.LEAST_SESSIONS) {
      missing.put(symbol, "It has too few prices.");
      return;
    }
    AdjustedBars adjusted = AdjustedBars.of(bars, market.corporateActions(symbol, from, to, asOf));
    assets.put(symbol, new OptimisationOfHoldings.Asset(sector, holding, adjusted));
  }
}
