package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import magnus.basics.time.MarketClock;
import magnus.market.MarketData;
import magnus.market.MarketShelves;
import magnus.prefetch.Behavior;
import magnus.prefetch.PageNeeds;
import magnus.prefetch.Prefetch;
import magnus.prefetch.behavior.Page;

/** What the pages of portfolios and symbols ask of the shelves. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PortfolioPages implements PageNeeds {

  @Inject private Prefetch prefetch;
  @Inject private Behavior behavior;
  @Inject private PortfolioShelves shelves;
  @Inject private PortfolioRiskShelves risk;
  @Inject private MarketData market;
  @Inject private MarketClock clock;

  @PostConstruct
  void start() {
    prefetch.register(this);
    behavior.registerHoldings(shelves::knownSymbols);
    prefetch.register(symbol -> market.findInstrument(symbol, clock.instant()).isPresent());
  }

  /**
   * Pages that are about a portfolio show the one that was chosen last, else the first by name.
   * What a portfolio's own page shows comes from the database.
   */
  @Override
  public List<Wanted> of(Reader reader, Page page, Instant asOf) {
    UUID user = reader.user();
    return switch (page.route()) {
      case "/" ->
          about(
              reader,
              portfolio ->
                  List.of(shelves.holdingsOf(user, portfolio), shelves.historyOf(user, portfolio)));
      case "/risk" -> about(reader, portfolio -> risk.reportsOf(user, portfolio));
      case "/portfolios", "/import", "/options", "/alerts", "/runs", "/runs/:run" ->
          List.of(shelves.listOf(user));
      case "/market/:symbol" ->
          List.of(
              new Wanted(MarketShelves.QUOTES, page.instance()),
              new Wanted(MarketShelves.OPTION_CHAINS, page.instance()));
      default -> List.of();
    };
  }

  private List<Wanted> about(Reader reader, Function<UUID, List<Wanted>> needs) {
    List<UUID> his = shelves.portfolioIds(reader.user());
    Optional<UUID> shown = reader.portfolio().filter(his::contains).or(() -> first(his));
    List<Wanted> wanted = new ArrayList<>(List.of(shelves.listOf(reader.user())));
    shown.map(needs).ifPresent(wanted::addAll);
    return wanted;
  }

  private static Optional<UUID> first(List<UUID> his) {
    return his.stream().findFirst();
  }
}
