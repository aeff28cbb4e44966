package magnus.market;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.LocalDate;
import java.util.Optional;
import magnus.basics.time.WallClock;
import magnus.market.imported.KeptCatalogue;
import magnus.persistence.market.MarketStore;
import magnus.prefetch.Summaries;
import magnus.prefetch.SummaryReport;

/**
 * Which instruments, series and corporate actions were imported, kept in memory in the place of a
 * statement for each symbol that a portfolio holds. Imports count up a version in their own
 * transaction; a transaction asks for it once, and what was made from another version is not
 * served.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MarketCatalogue {

  private static final String VERSION = MarketCatalogue.class.getName();

  @Inject private MarketStore store;
  @Inject private Summaries summaries;
  @Inject private WallClock wall;
  @Resource private TransactionSynchronizationRegistry transactions;

  private KeptCatalogue kept;

  @PostConstruct
  void start() {
    kept =
        new KeptCatalogue(
            store::series,
            store::instruments,
            () -> store.corporateActions(null, LocalDate.of(1800, 1, 1), LocalDate.of(2500, 1, 1)),
            wall,
            System::nanoTime);
    summaries.register(this::report);
  }

  /**
   * The catalogue as it is for the caller's transaction; empty where it does not pay, or there is
   * no transaction, in which one question of its version would serve many.
   */
  public Optional<KeptCatalogue.Known> known() {
    if (transactions.getTransactionKey() == null) {
      return Optional.empty();
    }
    if (transactions.getResource(VERSION) instanceof Long version) {
      return kept.at(version, false);
    }
    long version = store.version();
    transactions.putResource(VERSION, version);
    return kept.at(version, true);
  }

  private SummaryReport report() {
    KeptCatalogue.Figures now = kept.figures();
    return new SummaryReport(
        "market-catalogue",
        now.version(),
        now.madeAt(),
        now.entries(),
        now.bytes(),
        KeptCatalogue.MOST_ENTRIES,
        now.hits(),
        now.asked(),
        now.hits() - now.asked(),
        now.bytes() == 0 ? 0 : (now.hits() - now.asked()) / (now.bytes() / 1024.0),
        now.makingMillis(),
        now.decision().name(),
        now.why());
  }
}
