package magnus.recommendation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.cache.Served;
import magnus.identity.Caller;
import magnus.market.Catalyst;
import magnus.market.MarketData;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.PortfolioSummary;
import magnus.recommendation.AssistReport.Action;
import magnus.recommendation.AssistReport.Suggestion;
import magnus.risk.PortfolioShelves;

/** What helps on a page of the portal: quick actions and what its data suggest. By fixed rules. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Assistance {

  private static final Pattern PORTFOLIO = Pattern.compile("/portfolios?/([0-9a-fA-F-]{36})(/.*)?");
  private static final Pattern SYMBOL =
      Pattern.compile("/(?:market|symbol)s?/([A-Za-z0-9.^-]{1,20})");
  private static final int LONGEST = 200;
  private static final int DAYS_AHEAD = 14;
  private static final int MOST = 4;

  @EJB private Recommendations recommendations;
  @EJB private PortfolioShelves portfolios;
  @Inject private MarketData market;
  @Inject private MarketClock clock;

  /**
   * @param page the path of a page of the portal
   * @throws Refusal MALFORMED for what is no path; UNKNOWN for a portfolio that is not the caller's
   */
  public AssistReport of(Caller caller, String page) {
    if (!page.startsWith("/") || page.length() > LONGEST) {
      throw Refusal.malformed("page", page, "the path of a page, such as /portfolios/ID");
    }
    Matcher portfolio = PORTFOLIO.matcher(page);
    if (portfolio.matches()) {
      return ofPortfolio(caller, page, id(portfolio.group(1)));
    }
    Matcher symbol = SYMBOL.matcher(page);
    if (symbol.matches()) {
      return ofSymbol(caller, page, symbol.group(1).toUpperCase(Locale.ROOT));
    }
    return ofAnyOther(caller, page);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("page", text, "the id of a portfolio");
    }
  }

  private AssistReport ofPortfolio(Caller caller, String page, UUID id) {
    PortfolioSummary summary =
        mine(caller).stream()
            .filter(p -> p.portfolio().id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.unknown("portfolio", id));
    List<Action> actions = new ArrayList<>();
    String path = "/portfolios/" + id;
    if (summary.value().signum() == 0) {
      actions.add(
          new Action(
              "Import your broker's export",
              "/import",
              summary.portfolio().name() + " is empty.",
              "/api/portfolio/" + id));
    }
    if (!summary.missing().isEmpty()) {
      actions.add(
          new Action(
              "See what has no price",
              path,
              summary.missing().size() + " of what it holds does not count in its value.",
              "/api/portfolio/" + id + "/holdings#missing"));
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (Candidate c : offered(caller)) {
      if (id.equals(c.portfolio())) {
        suggestions.add(
            new Suggestion(
                c.subject(),
                c.title()
                    + ": worth about "
                    + c.benefit().amount().setScale(0, RoundingMode.HALF_EVEN)
                    + " "
                    + c.benefit().currency()
                    + " in a year.",
                c.reasons().get(0).source(),
                null,
                "/recommendations"));
      }
    }
    if (!suggestions.isEmpty()) {
      actions.add(
          new Action(
              "Look at what is recommended",
              "/recommendations",
              suggestions.size() + " recommendations are about this portfolio.",
              "/api/recommendations"));
    }
    portfolios
        .holdings(caller, id)
        .find()
        .map(Served::value)
        .ifPresent(h -> earnings(h, suggestions));
    return new AssistReport(page, actions, first(suggestions));
  }

  private void earnings(Holdings holdings, List<Suggestion> suggestions) {
    for (Catalyst catalyst : ahead()) {
      for (Holding held : holdings.items()) {
        String symbol = held.option() == null ? held.symbol() : held.option().underlying();
        if (symbol.equals(catalyst.symbol())) {
          suggestions.add(
              new Suggestion(
                  symbol,
                  catalyst.title() + " on " + catalyst.date() + ", and you hold it.",
                  "/api/market/calendar (" + catalyst.source() + ")",
                  null,
                  "/market/" + symbol));
          break;
        }
      }
    }
  }

  private List<Catalyst> ahead() {
    Instant now = clock.instant();
    LocalDate today = TradingCalendar.date(now);
    return market.catalysts(today, today.plusDays(DAYS_AHEAD), now);
  }

  private AssistReport ofSymbol(Caller caller, String page, String symbol) {
    List<Action> actions = new ArrayList<>();
    for (PortfolioSummary summary : mine(caller)) {
      portfolios
          .holdings(caller, summary.portfolio().id())
          .find()
          .map(Served::value)
          .filter(h -> h.items().stream().anyMatch(i -> i.symbol().equals(symbol)))
          .ifPresent(
              h ->
                  actions.add(
                      new Action(
                          "Your position in " + summary.portfolio().name(),
                          "/portfolios/" + summary.portfolio().id(),
                          "You hold "
                              + h.items().stream()
                                  .filter(i -> i.symbol().equals(symbol))
                                  .findFirst()
                                  .map(i -> i.quantity().toPlainString())
                                  .orElse("0")
                              + " of "
                              + symbol
                              + ".",
                          "/api/portfolio/" + summary.portfolio().id() + "/holdings")));
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (Catalyst catalyst : ahead()) {
      if (symbol.equals(catalyst.symbol())) {
        suggestions.add(
            new Suggestion(
                symbol,
                catalyst.title() + " on " + catalyst.date() + ".",
                "/api/market/calendar (" + catalyst.source() + ")",
                null,
                page));
      }
    }
    for (Candidate c : offered(caller)) {
      if (c.subject().equals(symbol)) {
        suggestions.add(
            new Suggestion(
                symbol, c.title() + ".", c.reasons().get(0).source(), null, "/recommendations"));
      }
    }
    return new AssistReport(page, first(actions), first(suggestions));
  }

  private AssistReport ofAnyOther(Caller caller, String page) {
    List<PortfolioSummary> mine = mine(caller);
    if (mine.isEmpty()) {
      return new AssistReport(
          page,
          List.of(
              new Action("Make your first portfolio", "/", "You have none yet.", "/api/portfolio")),
          List.of());
    }
    List<Action> actions = new ArrayList<>();
    List<Suggestion> suggestions = new ArrayList<>();
    recommendations
        .nextAction(caller)
        .ifPresent(
            next -> {
              actions.add(
                  new Action(
                      "What to look at next",
                      "/recommendations",
                      next.title() + ".",
                      "/api/recommendations/next-action"));
              suggestions.add(
                  new Suggestion(
                      next.subject(),
                      next.reasons().get(0).text(),
                      next.reasons().get(0).source(),
                      next.id(),
                      next.href()));
            });
    return new AssistReport(page, actions, suggestions);
  }

  private List<PortfolioSummary> mine(Caller caller) {
    return portfolios.list(caller).find().map(Served::value).orElse(List.of());
  }

  /** What he dismissed does not come back here. */
  private List<Candidate> offered(Caller caller) {
    return recommendations.eligible(caller);
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }
}
