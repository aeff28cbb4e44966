package magnus.portfolio;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.CorporateAction;
import magnus.market.MarketData;
import magnus.market.Source;
import magnus.persistence.portfolio.PortfolioRepository;
import magnus.persistence.portfolio.StoredPortfolio;
import magnus.persistence.portfolio.TransactionRepository;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.valuation.UntoldSplits;

/** Finds what belongs to a caller and makes a ledger of it. */
@Dependent
class Histories {

  @Inject PortfolioRepository portfolios;
  @Inject TransactionRepository transactions;
  @Inject MarketData market;

  /** A portfolio with its history up to an instant of market time. */
  record History(
      StoredPortfolio portfolio,
      Ledger ledger,
      List<CorporateAction> actions,
      UntoldSplits untold) {}

  StoredPortfolio owned(Caller caller, UUID id) {
    return portfolios.find(caller.id(), id).orElseThrow(() -> Refusal.unknown("portfolio", id));
  }

  /** The portfolio under its lock until the transaction ends. */
  StoredPortfolio locked(Caller caller, UUID id) {
    return portfolios
        .findLocked(caller.id(), id)
        .orElseThrow(() -> Refusal.unknown("portfolio", id));
  }

  List<Transaction> all(UUID portfolio) {
    return transactions.all(portfolio).stream().map(PortfolioRecords::transaction).toList();
  }

  History history(Caller caller, UUID id, Instant asOf) {
    return history(owned(caller, id), asOf);
  }

  History history(StoredPortfolio portfolio, Instant asOf) {
    LocalDate day = TradingCalendar.date(asOf);
    List<Transaction> known =
        all(portfolio.id()).stream().filter(t -> !t.date().isAfter(day)).toList();
    List<CorporateAction> all = ofTheMarket(known, asOf);
    List<CorporateAction> actions = actions(known, all);
    LotMethod method = LotMethod.valueOf(portfolio.lotMethod());
    return new History(portfolio, Ledger.of(known, method, actions), actions, untold(known, all));
  }

  /**
   * What companies did to the instruments of a history. A broker's export tells every dividend that
   * it paid, so those of the market count only in a portfolio that is kept by hand, and there only
   * for instruments of which it tells none.
   */
  List<CorporateAction> actions(List<Transaction> history, Instant asOf) {
    return actions(history, ofTheMarket(history, asOf));
  }

  /** All actions of the companies in a history from its first day on, by symbol and day. */
  private List<CorporateAction> ofTheMarket(List<Transaction> history, Instant asOf) {
    List<CorporateAction> all = new ArrayList<>();
    history.stream()
        .map(Transaction::date)
        .min(LocalDate::compareTo)
        .ifPresent(
            begin -> {
              for (String symbol : Ledger.symbols(history)) {
                all.addAll(
                    market().corporateActions(symbol, begin, TradingCalendar.date(asOf), asOf));
              }
            });
    return all;
  }

  private static List<CorporateAction> actions(
      List<Transaction> history, List<CorporateAction> all) {
    boolean imported = history.stream().anyMatch(t -> t.importId() != null);
    Set<String> told = new HashSet<>();
    for (Transaction t : history) {
      String symbol = t.symbol();
      if (symbol != null && t.type() == TransactionType.DIVIDEND) {
        told.add(symbol);
      }
    }
    List<CorporateAction> actions = new ArrayList<>();
    for (CorporateAction action : all) {
      boolean dividends = !imported && !told.contains(action.symbol());
      boolean split = action.kind() == CorporateAction.Kind.SPLIT;
      if (split ? !isUntold(action, imported) : dividends) {
        actions.add(action);
      }
    }
    return actions;
  }

  /** A broker's count of shares is not touched by splits that only the simulated market had. */
  private static boolean isUntold(CorporateAction split, boolean imported) {
    return imported && split.source() == Source.SIMULATED;
  }

  private static UntoldSplits untold(List<Transaction> history, List<CorporateAction> all) {
    boolean imported = history.stream().anyMatch(t -> t.importId() != null);
    return new UntoldSplits(
        all.stream()
            .filter(a -> a.kind() == CorporateAction.Kind.SPLIT && isUntold(a, imported))
            .toList());
  }

  MarketData market() {
    return market;
  }
}
