package magnus.portal.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction as a portal lists it. */
@Schema(name = "Transaction")
public record TransactionView(
    UUID id,
    LocalDate date,
    @Nullable LocalDate settlement,
    TransactionType type,
    @Nullable String symbol,
    @Nullable OptionContract option,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal price,
    BigDecimal fees,
    @Schema(description = "Effect on cash, fees included") BigDecimal amount,
    String currency,
    @Schema(description = "New shares per old share, for a split") @Nullable BigDecimal ratio,
    String note,
    @Nullable UUID importId,
    @Schema(description = "Line of the imported file") @Nullable Integer line) {

  /** A page, newest first. */
  @Schema(name = "Transactions")
  public record Page(
      List<TransactionView> items,
      @Schema(description = "Pass as 'before' for the page that follows; absent on the last")
          @Nullable String next) {}

  static TransactionView of(Transaction t) {
    return new TransactionView(
        t.id(),
        t.date(),
        t.settlement(),
        t.type(),
        t.symbol(),
        t.option(),
        t.quantity().signum() == 0 ? null : t.quantity(),
        t.price(),
        t.fees(),
        t.amount(),
        t.currency(),
        t.ratio(),
        t.note(),
        t.importId(),
        t.line() == 0 ? null : t.line());
  }
}
