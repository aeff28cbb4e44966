package magnus.portfolio;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * All that callers do with portfolios. Every method refuses with {@code unknown-portfolio} what
 * does not exist or belongs to somebody else. Reads take their as-of in market time: transactions
 * dated later and prices not yet known then do not count.
 */
@Stateless
public class Portfolios {

  private static Refusal notYet() {
    return Refusal.of(Refusal.Kind.UNAVAILABLE, "not-yet", "Portfolios are not ready.");
  }

  /** The caller's portfolios by name, with their values. */
  public List<PortfolioSummary> list(Caller caller, Instant asOf) {
    throw notYet();
  }

  /**
   * A new empty portfolio.
   *
   * @throws Refusal CONFLICT when the caller has one of that name; MALFORMED for an empty name or
   *     an unknown currency
   */
  public Portfolio create(Caller caller, String name, String currency, LotMethod lotMethod) {
    throw notYet();
  }

  public Portfolio get(Caller caller, UUID portfolio) {
    throw notYet();
  }

  /**
   * Changes the name or the lot method; null leaves it.
   *
   * @param expectedVersion the version that the caller saw; null where he does not care
   * @throws Refusal CONFLICT ({@code stale-portfolio}) when it was changed since
   */
  public Portfolio update(
      Caller caller,
      UUID portfolio,
      @Nullable String name,
      @Nullable LotMethod lotMethod,
      @Nullable Integer expectedVersion) {
    throw notYet();
  }

  /** Removes it with all its transactions and imports. */
  public void delete(Caller caller, UUID portfolio) {
    throw notYet();
  }

  public Holdings holdings(Caller caller, UUID portfolio, Instant asOf) {
    throw notYet();
  }

  /** Open lots by symbol and age. */
  public List<Lot> lots(Caller caller, UUID portfolio, Instant asOf) {
    throw notYet();
  }

  /**
   * Transactions, newest first, future ones too.
   *
   * @param before cursor of a page before; null for the first
   */
  public TransactionPage transactions(
      Caller caller, UUID portfolio, @Nullable String before, int limit) {
    throw notYet();
  }

  /**
   * Adds a batch, all or nothing, after checking that the whole history still adds up.
   *
   * @param batch in the order in which they happened within a day
   * @param info of the file; null for transactions entered by hand (which are held to {@link
   *     OpeningPolicy#WHOLE_HISTORY})
   * @return the import; empty for transactions entered by hand
   * @throws Refusal UNACCEPTABLE with a fault per bad transaction (its line, or its place in the
   *     batch from 1); CONFLICT when a fingerprint is there already
   */
  public Optional<PortfolioImport> append(
      Caller caller, UUID portfolio, List<Transaction> batch, @Nullable ImportInfo info) {
    throw notYet();
  }

  /**
   * What {@link #append} would say about the batch: the faults that it would refuse, or none.
   * Stores nothing.
   */
  public List<FieldFault> check(
      Caller caller, UUID portfolio, List<Transaction> batch, @Nullable ImportInfo info) {
    throw notYet();
  }

  /** Those of the fingerprints that the portfolio already has. */
  public Set<String> knownFingerprints(
      Caller caller, UUID portfolio, Collection<String> fingerprints) {
    throw notYet();
  }

  /** Imports, newest first. */
  public List<PortfolioImport> imports(Caller caller, UUID portfolio) {
    throw notYet();
  }

  /**
   * Takes back everything that an import brought.
   *
   * @throws Refusal UNKNOWN for no such import; CONFLICT when later transactions by hand need what
   *     it brought
   */
  public void undoImport(Caller caller, UUID portfolio, UUID importId) {
    throw notYet();
  }

  /** Realised gains of a calendar year; of all years for null. */
  public RealisedReport realised(
      Caller caller, UUID portfolio, @Nullable Integer year, Instant asOf) {
    throw notYet();
  }

  /** Returns between two dates; null for the first transaction and for the as-of's day. */
  public Performance performance(
      Caller caller,
      UUID portfolio,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant asOf) {
    throw notYet();
  }

  /**
   * Value at the close of each session from the first one in the range on which there was anything.
   */
  public DailyValues dailyValues(
      Caller caller, UUID portfolio, LocalDate from, LocalDate to, Instant asOf) {
    throw notYet();
  }
}
