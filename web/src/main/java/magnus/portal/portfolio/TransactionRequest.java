package magnus.portal.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.portfolio.LotChoice;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction that somebody enters by hand. */
@Schema(
    name = "TransactionRequest",
    requiredProperties = {"date", "type"})
public record TransactionRequest(
    @Nullable LocalDate date,
    @Nullable LocalDate settlement,
    @Nullable TransactionType type,
    @Schema(description = "Ticker, or OCC symbol such as AAPL240119C00150000", examples = "AAPL")
        @Nullable String symbol,
    @Schema(description = "Shares or contracts") @Nullable BigDecimal quantity,
    @Schema(description = "Per share, an option's too") @Nullable BigDecimal price,
    @Nullable BigDecimal fees,
    @Schema(
            description =
                "Effect on cash, fees included, negative when money goes out; left out for a trade, it is computed")
        @Nullable BigDecimal amount,
    @Schema(description = "ISO 4217; the portfolio's where left out") @Nullable String currency,
    @Schema(description = "New shares per old share, for a split") @Nullable BigDecimal ratio,
    @Schema(description = "Chosen lots of a sale, where the portfolio's method is SPECIFIC")
        @Nullable List<Choice> lots,
    @Nullable String note) {

  private static final int LONGEST_NOTE = 1000;

  /** A lot and how much of it. */
  @Schema(name = "LotChoice")
  public record Choice(@Nullable UUID lot, @Nullable BigDecimal quantity) {}

  Transaction toTransaction(String portfolioCurrency) {
    if (date == null) {
      throw Refusal.malformed("date", "", "a date such as 2024-01-31");
    }
    if (type == null) {
      throw Refusal.malformed("type", "", "a type of transaction such as BUY");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Refusal.malformed(
          "note", note.length() + " characters", "at most " + LONGEST_NOTE + " characters");
    }
    TransactionDraft draft =
        Transaction.draft(type, date)
            .settlement(settlement)
            .quantity(RequestDecimal.orZero("quantity", quantity))
            .price(RequestDecimal.checked("price", price))
            .fees(RequestDecimal.orZero("fees", fees))
            .amount(RequestDecimal.checked("amount", amount))
            .currency(currency == null ? portfolioCurrency : currency)
            .ratio(RequestDecimal.checked("ratio", ratio))
            .lots(lots == null ? List.of() : lots.stream().map(TransactionRequest::choice).toList())
            .note(note == null ? "" : note);
    if (symbol != null && !symbol.isBlank()) {
      draft.symbol(symbol);
    }
    return draft.build();
  }

  private static LotChoice choice(Choice c) {
    BigDecimal wanted = RequestDecimal.checked("lots.quantity", c.quantity());
    if (c.lot() == null || wanted == null || wanted.signum() <= 0) {
      throw Refusal.malformed("lots", c, "a lot's id and a positive quantity");
    }
    return new LotChoice(c.lot(), wanted);
  }
}
