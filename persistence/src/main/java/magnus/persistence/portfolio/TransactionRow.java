package magnus.persistence.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import magnus.persistence.portfolio.StoredTransaction.StoredOption;
import org.jspecify.annotations.Nullable;

/** A row of {@code portfolio_transaction}; written once, never changed. */
@Entity(name = "PortfolioTransactionRow")
@Table(name = "portfolio_transaction")
class TransactionRow {

  @Id UUID id;

  @Column(name = "portfolio_id", nullable = false)
  UUID portfolio;

  @Column(name = "import_id")
  @Nullable UUID importId;

  @Column(name = "entry_number", nullable = false)
  long number;

  @Column(name = "trade_date", nullable = false)
  LocalDate date;

  @Column(name = "settlement_date")
  @Nullable LocalDate settlement;

  @Column(nullable = false, length = 24)
  String kind;

  @Column(length = 64)
  @Nullable String symbol;

  @Column(name = "option_underlying", length = 6)
  @Nullable String optionUnderlying;

  @Column(name = "option_expiry")
  @Nullable LocalDate optionExpiry;

  @Column(name = "option_strike", precision = 12, scale = 3)
  @Nullable BigDecimal optionStrike;

  @Column(name = "option_right", length = 4)
  @Nullable String optionRight;

  @Column(name = "option_multiplier")
  @Nullable Integer optionMultiplier;

  @Column(nullable = false, precision = 28, scale = 10)
  BigDecimal quantity;

  @Column(precision = 28, scale = 10)
  @Nullable BigDecimal price;

  @Column(nullable = false, precision = 28, scale = 10)
  BigDecimal fees;

  @Column(nullable = false, precision = 28, scale = 10)
  BigDecimal amount;

  @Column(nullable = false, length = 3)
  String currency;

  @Column(name = "split_ratio", precision = 28, scale = 14)
  @Nullable BigDecimal ratio;

  @Column(name = "chosen_lots", length = 4000)
  @Nullable String chosenLots;

  @Column(nullable = false, length = 1000)
  String note;

  @Column(name = "source_line", nullable = false)
  int line;

  @Column(length = 64)
  @Nullable String fingerprint;

  static TransactionRow of(UUID portfolio, long number, StoredTransaction stored) {
    TransactionRow row = new TransactionRow();
    row.id = stored.id();
    row.portfolio = portfolio;
    row.importId = stored.importId();
    row.number = number;
    row.date = stored.date();
    row.settlement = stored.settlement();
    row.kind = stored.kind();
    row.symbol = stored.symbol();
    StoredOption option = stored.option();
    if (option != null) {
      row.optionUnderlying = option.underlying();
      row.optionExpiry = option.expiry();
      row.optionStrike = option.strike();
      row.optionRight = option.right();
      row.optionMultiplier = option.multiplier();
    }
    row.quantity = stored.quantity();
    row.price = stored.price();
    row.fees = stored.fees();
    row.amount = stored.amount();
    row.currency = stored.currency();
    row.ratio = stored.ratio();
    row.chosenLots = stored.chosenLots();
    row.note = stored.note();
    row.line = stored.line();
    row.fingerprint = stored.fingerprint();
    return row;
  }

  StoredTransaction toStored() {
    return new StoredTransaction(
        id,
        importId,
        number,
        date,
        settlement,
        kind,
        symbol,
        option(),
        bare(quantity),
        price == null ? null : bare(price),
        bare(fees),
        bare(amount),
        currency,
        ratio == null ? null : bare(ratio),
        chosenLots,
        note,
        line,
        fingerprint);
  }

  private @Nullable StoredOption option() {
    return optionUnderlying == null
            || optionExpiry == null
            || optionStrike == null
            || optionRight == null
            || optionMultiplier == null
        ? null
        : new StoredOption(
            optionUnderlying, optionExpiry, optionStrike, optionRight, optionMultiplier);
  }

  /** Without the column's trailing zeros. */
  private static BigDecimal bare(BigDecimal stored) {
    BigDecimal stripped = stored.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
