package magnus.alerts;

import static magnus.alerts.AlertWords.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import magnus.alerts.rule.Drawdowns;
import magnus.alerts.rule.Finding;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.cache.Served;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.market.Catalyst;
import magnus.market.MarketData;
import magnus.market.MarketMood;
import magnus.market.MarketShelves;
import magnus.market.Quote;
import magnus.persistence.alert.StoredRule;
import magnus.portfolio.DailyValues;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.risk.PortfolioRisk;
import magnus.risk.PortfolioShelves;
import magnus.risk.RiskMetrics;

/** What rules find now. Reads shelves, so that many rules about one thing cost one load. */
final class AlertFindings {

  private static final double TRADING_DAYS = 252;

  private final MarketShelves quotes;
  private final PortfolioShelves portfolios;
  private final MarketMood mood;
  private final MarketData market;
  private final int sessions;

  AlertFindings(
      MarketShelves quotes,
      PortfolioShelves portfolios,
      MarketMood mood,
      MarketData market,
      PortfolioRisk risk) {
    this.quotes = quotes;
    this.portfolios = portfolios;
    this.mood = mood;
    this.market = market;
    this.sessions = risk.defaultSessions();
  }

  /**
   * All that the rule is about, crossed or not.
   *
   * @throws Refusal where something it needs cannot be had
   */
  List<Finding> of(StoredRule rule, Instant asOf) {
    AlertKind kind = AlertKind.valueOf(rule.kind());
    String symbol = rule.symbol() == null ? "" : rule.symbol();
    return switch (kind) {
      case PRICE_ABOVE, PRICE_BELOW -> List.of(price(symbol, kind, rule.threshold()));
      case CHANGE -> List.of(change(symbol));
      case VOLATILITY -> List.of(volatility(symbol, asOf));
      case VALUE_AT_RISK -> List.of(valueAtRisk(rule));
      case DRAWDOWN -> List.of(drawdown(rule));
      case WEIGHT -> weights(rule);
      case EARNINGS -> earnings(rule, asOf);
      case ANOMALY -> anomalies(rule, asOf);
    };
  }

  private Finding price(String symbol, AlertKind kind, double threshold) {
    Quote quote = served(quotes.quote(symbol));
    return new Finding(
        symbol,
        quote.last().doubleValue(),
        words(
            "%s is %s %.2f",
            symbol, kind == AlertKind.PRICE_ABOVE ? "at or above" : "at or below", threshold),
        words("Last %s at %s (%s).", quote.last(), quote.at(), source(quote)));
  }

  private Finding change(String symbol) {
    Quote quote = served(quotes.quote(symbol));
    double change = change(quote);
    return new Finding(
        ofDay(symbol, quote),
        Math.abs(change),
        words("%s has moved %+.1f %% today", symbol, 100 * change),
        words(
            "From %s at the previous close to %s (%s).",
            quote.previousClose(), quote.last(), source(quote)));
  }

  /** A day's move is another day's subject no more: quotes keep the last one's until the open. */
  private static String ofDay(String symbol, Quote quote) {
    return symbol + " " + TradingCalendar.date(quote.at());
  }

  private static double change(Quote quote) {
    double before = quote.previousClose().doubleValue();
    return before > 0 ? quote.last().doubleValue() / before - 1 : 0;
  }

  private Finding volatility(String symbol, Instant asOf) {
    double daily =
        mood.dailyVolatility(symbol, asOf)
            .orElseThrow(() -> missing(symbol + " has too few closes for a volatility."))
            .figure();
    double yearly = daily * Math.sqrt(TRADING_DAYS);
    return new Finding(
        symbol,
        yearly,
        words("Volatility of %s is %.0f %% a year", symbol, 100 * yearly),
        words("%.2f %% a day over the last sessions.", 100 * daily));
  }

  private Finding valueAtRisk(StoredRule rule) {
    RiskMetrics metrics = served(portfolios.metrics(owner(rule), portfolio(rule), sessions));
    RiskMetrics.Tail tail = metrics.var().get("95");
    if (tail == null) {
      throw missing("The portfolio's value at risk cannot be computed.");
    }
    double figure = tail.filtered() == null ? tail.historical() : tail.filtered();
    return new Finding(
        "value at risk",
        figure,
        words("Value at risk is %.1f %% of the portfolio", 100 * figure),
        words(
            "One day, 95 %%, %s, over %d sessions.",
            tail.filtered() == null ? "historical" : "at today's volatility", metrics.days()));
  }

  private Finding drawdown(StoredRule rule) {
    DailyValues values = served(portfolios.dailyValues(owner(rule), portfolio(rule), null, null));
    double figure = Drawdowns.current(values.days());
    return new Finding(
        "drawdown",
        figure,
        words("The portfolio is %.1f %% below its highest", 100 * figure),
        words("At the last close, payments aside, over %d sessions.", values.days().size()));
  }

  private List<Finding> weights(StoredRule rule) {
    Holdings held = served(portfolios.holdings(owner(rule), portfolio(rule)));
    double total = held.value().doubleValue();
    List<Finding> found = new ArrayList<>();
    for (Holding item : held.items()) {
      if (item.value() != null && total > 0 && item.currency().equals(held.currency())) {
        double weight = Math.abs(item.value().doubleValue()) / total;
        found.add(
            new Finding(
                item.symbol(),
                weight,
                words("%s weighs %.0f %% of the portfolio", item.symbol(), 100 * weight),
                words("%s of %s %s.", item.value(), held.value(), held.currency())));
      }
    }
    return found;
  }

  private List<Finding> earnings(StoredRule rule, Instant asOf) {
    Set<String> symbols = symbols(served(portfolios.holdings(owner(rule), portfolio(rule))));
    LocalDate today = TradingCalendar.date(asOf);
    LocalDate last = today.plusDays((long) rule.threshold());
    List<Finding> found = new ArrayList<>();
    for (Catalyst catalyst : market.catalysts(today, last, asOf)) {
      if (catalyst.kind() == Catalyst.Kind.EARNINGS
          && catalyst.symbol() != null
          && symbols.contains(catalyst.symbol())) {
        long days = ChronoUnit.DAYS.between(today, catalyst.date());
        found.add(
            new Finding(
                catalyst.symbol() + " earnings " + catalyst.date(),
                days,
                words("%s reports earnings on %s", catalyst.symbol(), catalyst.date()),
                words("In %d days; you hold it. %s", days, catalyst.title())));
      }
    }
    return found;
  }

  private List<Finding> anomalies(StoredRule rule, Instant asOf) {
    List<Finding> found = new ArrayList<>();
    for (String symbol : symbols(served(portfolios.holdings(owner(rule), portfolio(rule))))) {
      Optional<Quote> quote = quotes.quote(symbol).find().map(Served::value);
      double usual = mood.dailyVolatility(symbol, asOf).map(r -> r.figure()).orElse(0.0);
      if (quote.isPresent() && usual > 0) {
        double change = change(quote.get());
        double moves = Math.abs(change) / usual;
        found.add(
            new Finding(
                ofDay(symbol, quote.get()),
                moves,
                words(
                    "%s has moved %+.1f %% today, %.1f times its usual day",
                    symbol, 100 * change, moves),
                words(
                    "From %s to %s (%s); usual is %.2f %%.",
                    quote.get().previousClose(),
                    quote.get().last(),
                    source(quote.get()),
                    100 * usual)));
      }
    }
    return found;
  }

  private static Set<String> symbols(Holdings held) {
    Set<String> symbols = new TreeSet<>();
    held.items()
        .forEach(i -> symbols.add(i.option() == null ? i.symbol() : i.option().underlying()));
    return symbols;
  }

  private static String source(Quote quote) {
    return quote.source().toString().toLowerCase(java.util.Locale.ROOT);
  }

  private static UUID portfolio(StoredRule rule) {
    if (rule.portfolio() == null) {
      throw missing("The rule names no portfolio.");
    }
    return rule.portfolio();
  }

  /** Whose rule it is, as a caller: his id is what ownership is checked by. */
  private static Caller owner(StoredRule rule) {
    return new Caller(rule.account(), "alerts", Set.of(Role.USER));
  }

  private static <T> T served(Result<Served<T>> result) {
    return result
        .find()
        .map(Served::value)
        .orElseThrow(() -> missing(result.findFailure().map(f -> f.detail()).orElse("No data.")));
  }

  private static Refusal missing(String detail) {
    return Refusal.of(Refusal.Kind.UNAVAILABLE, "no-figure", detail);
  }
}
