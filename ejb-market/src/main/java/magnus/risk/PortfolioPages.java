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
import java.util.UUID;
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
  @Inject private MarketData market;
  @Inject private MarketClock clock;

  @PostConstruct
  void start() {
    prefetch.register(this);
    behavior.registerHoldings(shelves::knownSymbols);
    prefetch.register(symbol -> market.findInstrument(symbol, clock.instant()).isPresent());
  }

  @Override
  public List<Wanted> of(UUID user, Page page, Instant asOf) {
    return switch (page.route()) {
      case "/" -> dashboard(user);
      case "/portfolios" -> List.of(shelves.listOf(user));
      case "/portfolios/:id" ->
          List.of(shelves.listOf(user), shelves.holdingsOf(user, UUID.fromString(page.instance())));
      case "/market/:symbol" ->
          List.of(
              new Wanted(MarketShelves.QUOTES, page.instance()),
              new Wanted(MarketShelves.OPTION_CHAINS, page.instance()));
      default -> List.of();
    };
  }

  private List<Wanted> dashboard(UUID user) {
    List<Wanted> wanted = new ArrayList<>(List.of(shelves.listOf(user)));
    shelves.knownPortfolios(user).stream()
        .limit(1)
        .forEach(portfolio -> wanted.add(shelves.holdingsOf(user, portfolio)));
    return wanted;
  }
}
