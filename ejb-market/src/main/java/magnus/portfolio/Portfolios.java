package magnus.portfolio;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.money.Money;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.market.CorporateAction;
import magnus.persistence.portfolio.PortfolioRepository;
import magnus.persistence.portfolio.StoredImport;
import magnus.persistence.portfolio.StoredPortfolio;
import magnus.persistence.portfolio.StoredTransaction;
import magnus.persistence.portfolio.TransactionRepository;
import magnus.portfolio.ledger.BatchCheck;
import magnus.portfolio.ledger.LedgerState;
import magnus.portfolio.returns.PerformanceReport;
import magnus.portfolio.valuation.DailyValuation;
import magnus.portfolio.valuation.PositionValuer;
import org.jspecify.annotations.Nullable;

/**
 * All that callers do with portfolios. Every method refuses with {@code unknown-portfolio} what
 * does not exist or belongs to somebody else. Reads take their as-of in market time: transactions
 * dated later and prices not yet known then do not count.
 */
@Stateless
public class Portfolios {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_TRANSACTIONS = 500;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  @Inject Histories histories;
  @Inject PortfolioRepository portfolios;
  @Inject TransactionRepository transactions;
  @Inject WallClock wallClock;
  @Inject MarketClock marketClock;
  @Inject Event<PortfolioChanged> changes;

  /** Market time now: the as-of for callers who have none of their own. */
  public Instant now() {
    return marketClock.instant();
  }

  /** The caller's portfolios by name, with their values. */
  public List<PortfolioSummary> list(Caller caller, Instant asOf) {
    return portfolios.list(caller.id()).stream().map(p -> summary(p, asOf)).toList();
  }

  /** The ids of the caller's portfolios in the same order; without their values, and so at once. */
  public List<UUID> ids(Caller caller) {
    return portfolios.list(caller.id()).stream().map(StoredPortfolio::id).toList();
  }

  /** One portfolio with its value. */
  public PortfolioSummary summary(Caller caller, UUID portfolio, Instant asOf) {
    return summary(histories.owned(caller, portfolio), asOf);
  }

  /**
   * A new empty portfolio.
   *
   * @throws Refusal CONFLICT when the caller has one of that name; MALFORMED for an empty name or
   *     an unknown currency
   */
  public Portfolio create(
      Caller caller, String name, String currency, LotMethod lotMethod, TaxTreatment tax) {
    String checked = checkedName(caller, name, null);
    if (!Money.isCurrency(currency)) {
      throw Refusal.malformed("currency", currency, "a currency of ISO 4217 such as USD");
    }
    StoredPortfolio stored =
        new StoredPortfolio(
            UUID.randomUUID(),
            caller.id(),
            checked,
            currency,
            lotMethod.name(),
            tax.name(),
            wallClock.instant().truncatedTo(ChronoUnit.MICROS),
            0);
    portfolios.add(stored);
    changed(caller, stored.id());
    return PortfolioRecords.portfolio(stored);
  }

  /** Told now, acted upon after the commit, and not at all where there is none. */
  private void changed(Caller caller, UUID portfolio) {
    changes.fire(new PortfolioChanged(portfolio, caller.id()));
  }

  public Portfolio get(Caller caller, UUID portfolio) {
    return PortfolioRecords.portfolio(histories.owned(caller, portfolio));
  }

  /**
   * Changes the name, the lot method or the tax treatment; null leaves it.
   *
   * @param expectedVersion the version that the caller saw; null where he does not care
   * @throws Refusal CONFLICT ({@code stale-portfolio}) when it was changed since
   */
  public Portfolio update(
      Caller caller,
      UUID portfolio,
      @Nullable String name,
      @Nullable LotMethod lotMethod,
      @Nullable TaxTreatment tax,
      @Nullable Integer expectedVersion) {
    StoredPortfolio now = histories.locked(caller, portfolio);
    if (expectedVersion != null && expectedVersion != now.version()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "stale-portfolio",
          "The portfolio was changed since: it has version "
              + now.version()
              + ", not "
              + expectedVersion
              + ". Read it again.");
    }
    changed(caller, portfolio);
    return PortfolioRecords.portfolio(
        portfolios.change(
            caller.id(),
            portfolio,
            name == null ? now.name() : checkedName(caller, name, portfolio),
            lotMethod == null ? now.lotMethod() : lotMethod.name(),
            tax == null ? now.taxTreatment() : tax.name()));
  }

  /** Removes it with all its transactions and imports. */
  public void delete(Caller caller, UUID portfolio) {
    histories.locked(caller, portfolio);
    portfolios.remove(caller.id(), portfolio);
    changed(caller, portfolio);
  }

  public Holdings holdings(Caller caller, UUID portfolio, Instant asOf) {
    return holdings(histories.history(caller, portfolio, asOf), asOf);
  }

  /** Open lots by symbol and age. */
  public List<Lot> lots(Caller caller, UUID portfolio, Instant asOf) {
    return histories.history(caller, portfolio, asOf).ledger().last().lots();
  }

  /**
   * Transactions, newest first, future ones too.
   *
   * @param before cursor of a page before; null for the first
   */
  public TransactionPage transactions(
      Caller caller, UUID portfolio, @Nullable String before, int limit) {
    histories.owned(caller, portfolio);
    if (limit < 1 || limit > MOST_TRANSACTIONS) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + MOST_TRANSACTIONS);
    }
    PageCursor cursor = PageCursor.parse(before);
    List<StoredTransaction> found =
        transactions.before(portfolio, cursor.date(), cursor.number(), limit + 1);
    boolean more = found.size() > limit;
    List<StoredTransaction> page = more ? found.subList(0, limit) : found;
    StoredTransaction last = more ? page.get(limit - 1) : null;
    return new TransactionPage(
        page.stream().map(PortfolioRecords::transaction).toList(),
        last == null ? null : new PageCursor(last.date(), last.number()).text());
  }

  /**
   * Adds a batch, all or nothing, after checking that the whole history still adds up.
   *
   * @param batch in the order in which they happened within a day
   * @param info of the file; null for transactions entered by hand (which are held to {@link
   *     OpeningPolicy#WHOLE_HISTORY})
   * @return the import; empty for transactions entered by hand. A file that brings nothing is not
   *     kept: its import has no id
   * @throws Refusal UNACCEPTABLE with a fault per bad transaction (its line, or its place in the
   *     batch from 1); CONFLICT when a fingerprint is there already
   */
  public Optional<PortfolioImport> append(
      Caller caller, UUID portfolio, List<Transaction> batch, @Nullable ImportInfo info) {
    StoredPortfolio stored = histories.locked(caller, portfolio);
    List<FieldFault> faults = faults(stored, batch, info);
    if (!faults.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.UNACCEPTABLE,
              "unacceptable-transactions",
              faults.size() == 1
                  ? faults.get(0).sentence()
                  : "Nothing was stored: "
                      + faults.size()
                      + " values are wrong. "
                      + faults.get(0).sentence())
          .withFaults(faults);
    }
    refuseKnown(portfolio, batch);
    if (info != null && batch.isEmpty()) {
      return Optional.of(PortfolioImport.ofNothing(info, wallClock.instant()));
    }
    StoredImport imported = info == null ? null : storedImport(info, batch.size());
    if (imported != null) {
      transactions.add(portfolio, imported);
    }
    UUID importId = imported == null ? null : imported.id();
    changed(caller, portfolio);
    List<Transaction> inOrder = BatchCheck.together(List.of(), batch);
    transactions.addAll(
        portfolio, inOrder.stream().map(t -> PortfolioRecords.stored(t, importId)).toList());
    return Optional.ofNullable(imported).map(PortfolioRecords::portfolioImport);
  }

  /**
   * What {@link #append} would say about the batch: the faults that it would refuse, or none.
   * Stores nothing.
   */
  public List<FieldFault> check(
      Caller caller, UUID portfolio, List<Transaction> batch, @Nullable ImportInfo info) {
    return faults(histories.owned(caller, portfolio), batch, info);
  }

  /** Those of the fingerprints that the portfolio already has. */
  public Set<String> knownFingerprints(
      Caller caller, UUID portfolio, Collection<String> fingerprints) {
    histories.owned(caller, portfolio);
    return transactions.known(portfolio, fingerprints);
  }

  /** Imports, newest first. */
  public List<PortfolioImport> imports(Caller caller, UUID portfolio) {
    histories.owned(caller, portfolio);
    return transactions.imports(portfolio).stream().map(PortfolioRecords::portfolioImport).toList();
  }

  /**
   * Takes back everything that an import brought.
   *
   * @throws Refusal UNKNOWN for no such import; CONFLICT when later transactions by hand need what
   *     it brought
   */
  public void undoImport(Caller caller, UUID portfolio, UUID importId) {
    StoredPortfolio stored = histories.locked(caller, portfolio);
    if (transactions.findImport(portfolio, importId).isEmpty()) {
      throw Refusal.unknown("import", importId);
    }
    List<Transaction> all = histories.all(portfolio);
    refuseIfNeeded(
        stored,
        all,
        all.stream().filter(t -> !importId.equals(t.importId())).toList(),
        "import-still-needed",
        "Transactions entered by hand need what this import brought; remove them first. ");
    transactions.removeImport(portfolio, importId);
    changed(caller, portfolio);
  }

  /**
   * Takes back a transaction that was entered by hand.
   *
   * @throws Refusal UNKNOWN for no such transaction; CONFLICT when an import brought it, or when
   *     others entered by hand need it
   */
  public void removeTransaction(Caller caller, UUID portfolio, UUID transaction) {
    StoredPortfolio stored = histories.locked(caller, portfolio);
    List<Transaction> all = histories.all(portfolio);
    Transaction found =
        all.stream()
            .filter(t -> t.id().equals(transaction))
            .findFirst()
            .orElseThrow(() -> Refusal.unknown("transaction", transaction));
    if (found.importId() != null) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "transaction-of-an-import",
          "An import brought this transaction; undo the import "
              + found.importId()
              + ", which takes back all that it brought.");
    }
    refuseIfNeeded(
        stored,
        all,
        all.stream().filter(t -> !t.id().equals(transaction)).toList(),
        "transaction-still-needed",
        "Other transactions entered by hand need this one; remove them first. ");
    transactions.remove(portfolio, transaction);
    changed(caller, portfolio);
  }

  /** Where those by hand no longer add up without what is to go, though they did before. */
  private void refuseIfNeeded(
      StoredPortfolio stored,
      List<Transaction> all,
      List<Transaction> rest,
      String slug,
      String sentence) {
    List<FieldFault> lacking =
        BatchCheck.newFaults(
            all,
            rest,
            LotMethod.valueOf(stored.lotMethod()),
            histories.actions(all, marketClock.instant()));
    if (!lacking.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, slug, sentence + lacking.get(0).sentence());
    }
  }

  /** Realised gains of a calendar year; of all years for null. */
  public RealisedReport realised(
      Caller caller, UUID portfolio, @Nullable Integer year, Instant asOf) {
    LedgerState state = histories.history(caller, portfolio, asOf).ledger().last();
    String currency = histories.owned(caller, portfolio).currency();
    List<RealisedGain> items =
        state.realised().stream()
            .filter(g -> year == null || g.closed().getYear() == year)
            .toList();
    return RealisedSums.of(year, currency, items);
  }

  /** Returns between two dates; null for the first transaction and for the as-of's day. */
  public Performance performance(
      Caller caller,
      UUID portfolio,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant asOf) {
    return dailyPerformance(caller, portfolio, from, to, asOf).performance();
  }

  /** The same with the values at each close, for no more work. */
  public DailyPerformance dailyPerformance(
      Caller caller,
      UUID portfolio,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant asOf) {
    checkRange(from, to);
    Histories.History history = histories.history(caller, portfolio, asOf);
    return new PerformanceReport(
            histories.market(),
            history.untold(),
            CALENDAR,
            history.portfolio().currency(),
            history.ledger(),
            asOf)
        .dayByDay(from, to);
  }

  /**
   * Value at the close of each session from the first one in the range on which there was anything.
   *
   * @param from null for the first transaction
   * @param to null for the last session that has closed
   */
  public DailyValues dailyValues(
      Caller caller,
      UUID portfolio,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant asOf) {
    checkRange(from, to);
    Histories.History history = histories.history(caller, portfolio, asOf);
    LocalDate closed = CALENDAR.lastClosed(asOf).date();
    LocalDate begin = history.ledger().begin().orElse(closed);
    return new DailyValuation(
            histories.market(), history.untold(), CALENDAR, history.portfolio().currency(), asOf)
        .values(
            history.ledger(),
            from == null || from.isBefore(begin) ? begin : from,
            to == null || to.isAfter(closed) ? closed : to);
  }

  /** The calendar works out every year that it is asked for, and keeps it. */
  private static void checkRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    for (LocalDate date : Arrays.asList(from, to)) {
      if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
        throw Refusal.malformed(
            date.equals(from) ? "from" : "to", date, "a date from " + EARLIEST + " to " + LATEST);
      }
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw Refusal.malformed("from", from, "a date not after " + to);
    }
  }

  private PortfolioSummary summary(StoredPortfolio stored, Instant asOf) {
    Holdings held = holdings(histories.history(stored, asOf), asOf);
    BigDecimal before = held.value().subtract(held.dayChange());
    return new PortfolioSummary(
        PortfolioRecords.portfolio(stored),
        held.value(),
        held.cash(),
        held.dayChange(),
        before.signum() <= 0
            ? null
            : 100 * held.dayChange().divide(before, MathContext.DECIMAL64).doubleValue(),
        asOf,
        held.missing());
  }

  private Holdings holdings(Histories.History history, Instant asOf) {
    Map<String, BigDecimal> splitToday = new HashMap<>();
    LocalDate session = CALENDAR.lastOpened(asOf).date();
    for (CorporateAction action : history.actions()) {
      if (action.kind() == CorporateAction.Kind.SPLIT && action.exDate().equals(session)) {
        splitToday.put(action.symbol(), action.amount());
      }
    }
    return new PositionValuer(histories.market(), history.untold())
        .value(history.ledger().last(), history.portfolio().currency(), asOf, splitToday);
  }

  private List<FieldFault> faults(
      StoredPortfolio portfolio, List<Transaction> batch, @Nullable ImportInfo info) {
    List<Transaction> before = histories.all(portfolio.id());
    return BatchCheck.faults(
        before,
        batch,
        info == null ? OpeningPolicy.WHOLE_HISTORY : info.opening(),
        LotMethod.valueOf(portfolio.lotMethod()),
        histories.actions(BatchCheck.together(before, batch), marketClock.instant()));
  }

  private void refuseKnown(UUID portfolio, List<Transaction> batch) {
    List<String> fingerprints =
        batch.stream().map(Transaction::fingerprint).filter(Objects::nonNull).toList();
    Set<String> known = transactions.known(portfolio, fingerprints);
    if (!known.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "already-imported",
          known.size() + " of these rows are in the portfolio already; nothing was stored.");
    }
  }

  private StoredImport storedImport(ImportInfo info, int count) {
    String account = info.account();
    return new StoredImport(
        UUID.randomUUID(),
        PortfolioRecords.cut(info.format(), 40),
        PortfolioRecords.cut(info.fileName(), 255),
        info.fileHash(),
        account == null ? null : PortfolioRecords.cut(account, 120),
        wallClock.instant().truncatedTo(ChronoUnit.MICROS),
        count,
        info.duplicates(),
        info.ignored());
  }

  private String checkedName(Caller caller, String name, @Nullable UUID except) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw Refusal.malformed("name", name, "a name of 1 to " + LONGEST_NAME + " characters");
    }
    portfolios.lockNames(caller.id());
    if (portfolios.isNameTaken(caller.id(), stripped, except)) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "name-taken",
          "There is a portfolio named '" + stripped + "' already.");
    }
    return stripped;
  }
}
