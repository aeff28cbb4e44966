package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import magnus.market.CorporateAction;
import magnus.portfolio.Lot;
import magnus.portfolio.OptionContract;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.ledger.LedgerState;
import magnus.portfolio.tax.TaxLot.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The lots of one account as its ledger has them, made whole again: what is sold of each and what
 * is left, at today's count of shares.
 */
public final class AccountHistory {

  private final TaxAccount account;
  private final Map<UUID, Transaction> byId = new HashMap<>();
  private final SplitFactors factors;
  private final Predicate<Transaction> isDeep;
  private final Map<UUID, Sum> sums = new LinkedHashMap<>();
  private final List<LotSale> sales = new ArrayList<>();

  /** What a lot was, from its parts. */
  private static final class Sum {
    private final String symbol;
    private final @Nullable OptionContract option;
    private final boolean written;
    private final @Nullable LocalDate opened;
    private BigDecimal quantity = BigDecimal.ZERO;
    private @Nullable BigDecimal money = BigDecimal.ZERO;

    Sum(
        String symbol,
        @Nullable OptionContract option,
        boolean written,
        @Nullable LocalDate opened) {
      this.symbol = symbol;
      this.option = option;
      this.written = written;
      this.opened = opened;
    }

    void add(BigDecimal part, @Nullable BigDecimal its) {
      quantity = quantity.add(part);
      money = money == null || its == null ? null : money.add(its);
    }
  }

  private AccountHistory(
      TaxAccount account,
      List<Transaction> transactions,
      SplitFactors factors,
      Predicate<Transaction> isDeep) {
    this.account = account;
    this.factors = factors;
    this.isDeep = isDeep;
    transactions.forEach(t -> byId.put(t.id(), t));
  }

  /**
   * Reads an account.
   *
   * @param state of the ledger of the transactions
   * @param actions of the market that the ledger knows
   * @param isDeep whether a put was written so deep in the money that it is as good as a purchase
   * @param currency whose lots are taken
   */
  public static AccountHistory of(
      TaxAccount account,
      List<Transaction> transactions,
      List<CorporateAction> actions,
      LedgerState state,
      String currency,
      Predicate<Transaction> isDeep) {
    AccountHistory history =
        new AccountHistory(account, transactions, new SplitFactors(transactions, actions), isDeep);
    state.realised().stream()
        .filter(gain -> gain.currency().equals(currency))
        .forEach(history::closed);
    state.lots().stream().filter(lot -> lot.currency().equals(currency)).forEach(history::open);
    return history;
  }

  public TaxAccount account() {
    return account;
  }

  public List<LotSale> sales() {
    return List.copyOf(sales);
  }

  /** The lots in the order in which they were first met. */
  public List<TaxLot> lots() {
    List<TaxLot> lots = new ArrayList<>();
    sums.forEach(
        (id, sum) ->
            lots.add(
                new TaxLot(
                    id,
                    account.id(),
                    sum.symbol,
                    sum.option,
                    origin(id, sum.written),
                    sum.opened,
                    sum.quantity,
                    sum.money)));
    return lots;
  }

  private void closed(RealisedGain gain) {
    boolean written = isWritten(gain.lot());
    BigDecimal quantity = gain.quantity().multiply(factors.since(gain.symbol(), gain.closed()));
    sums.computeIfAbsent(
            id(gain.lot()), id -> new Sum(gain.symbol(), gain.option(), written, gain.opened()))
        .add(quantity, written ? gain.proceeds() : gain.basis());
    sales.add(
        new LotSale(
            gain.closing(),
            id(gain.lot()),
            gain.closed(),
            quantity,
            written ? gain.basis() : gain.proceeds()));
  }

  private void open(Lot lot) {
    boolean written = lot.quantity().signum() < 0;
    BigDecimal basis = lot.costBasis();
    sums.computeIfAbsent(
            id(lot.id()), id -> new Sum(lot.symbol(), lot.option(), written, lot.opened()))
        .add(lot.quantity().abs(), basis == null ? null : basis.abs());
  }

  /**
   * A lot that is older than the history has an id of its symbol, which other accounts have too.
   */
  private UUID id(UUID lot) {
    return byId.containsKey(lot)
        ? lot
        : new UUID(
            lot.getMostSignificantBits() ^ account.id().getMostSignificantBits(),
            lot.getLeastSignificantBits() ^ account.id().getLeastSignificantBits());
  }

  private boolean isWritten(UUID lot) {
    Transaction opening = byId.get(lot);
    return opening != null
        && switch (opening.type().effect()) {
          case OPEN_SHORT -> true;
          default -> false;
        };
  }

  private Origin origin(UUID lot, boolean written) {
    Transaction opening = byId.get(lot);
    if (opening == null) {
      return written ? Origin.WRITTEN : Origin.RECEIVED;
    }
    return switch (opening.type()) {
      case SELL_SHORT -> Origin.SOLD_SHORT;
      case SELL_TO_OPEN -> isDeep.test(opening) ? Origin.WRITTEN_DEEP_IN_THE_MONEY : Origin.WRITTEN;
      case TRANSFER_IN -> Origin.RECEIVED;
      default -> written ? Origin.WRITTEN : Origin.BOUGHT;
    };
  }
}
