package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of a {@link Transaction} before it is one. */
public final class TransactionDraft {

  private UUID id = UUID.randomUUID();
  private final LocalDate date;
  private @Nullable LocalDate settlement;
  private final TransactionType type;
  private @Nullable String symbol;
  private @Nullable OptionContract option;
  private BigDecimal quantity = BigDecimal.ZERO;
  private @Nullable BigDecimal price;
  private BigDecimal fees = BigDecimal.ZERO;
  private @Nullable BigDecimal amount;
  private String currency = "USD";
  private @Nullable BigDecimal ratio;
  private List<LotChoice> lots = List.of();
  private String note = "";
  private int line;
  private @Nullable String fingerprint;

  TransactionDraft(TransactionType type, LocalDate date) {
    this.type = type;
    this.date = date;
  }

  public TransactionDraft id(UUID value) {
    id = value;
    return this;
  }

  public TransactionDraft settlement(@Nullable LocalDate value) {
    settlement = value;
    return this;
  }

  /** The ticker; an OCC symbol makes it an option. */
  public TransactionDraft symbol(String value) {
    String upper = value.strip().toUpperCase(Locale.ROOT);
    return OptionContract.parseOcc(upper)
        .map(this::option)
        .orElseGet(
            () -> {
              symbol = upper;
              return this;
            });
  }

  /** The contract, and with it the symbol. */
  public TransactionDraft option(OptionContract value) {
    option = value;
    symbol = value.symbol();
    return this;
  }

  public TransactionDraft quantity(BigDecimal value) {
    quantity = value;
    return this;
  }

  /** Per share, an option's too. */
  public TransactionDraft price(@Nullable BigDecimal value) {
    price = value;
    return this;
  }

  public TransactionDraft fees(BigDecimal value) {
    fees = value;
    return this;
  }

  /**
   * Effect on cash, fees included; left out for a trade, it is computed from quantity, price and
   * fees.
   */
  public TransactionDraft amount(@Nullable BigDecimal value) {
    amount = value;
    return this;
  }

  public TransactionDraft currency(String value) {
    currency = value;
    return this;
  }

  public TransactionDraft ratio(@Nullable BigDecimal value) {
    ratio = value;
    return this;
  }

  public TransactionDraft lots(List<LotChoice> value) {
    lots = value;
    return this;
  }

  public TransactionDraft note(String value) {
    note = value;
    return this;
  }

  public TransactionDraft line(int value) {
    line = value;
    return this;
  }

  public TransactionDraft fingerprint(@Nullable String value) {
    fingerprint = value;
    return this;
  }

  public Transaction build() {
    return new Transaction(
        id,
        date,
        settlement,
        type,
        symbol,
        option,
        quantity,
        price,
        fees,
        amount == null ? computedAmount() : amount,
        currency,
        ratio,
        lots,
        note,
        line,
        fingerprint,
        null);
  }

  private BigDecimal computedAmount() {
    if (price == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal gross =
        price
            .multiply(quantity)
            .multiply(BigDecimal.valueOf(option == null ? 1 : option.multiplier()));
    return switch (type.effect()) {
      case OPEN_LONG, CLOSE_SHORT -> gross.add(fees).negate();
      case CLOSE_LONG, OPEN_SHORT -> gross.subtract(fees);
      default -> BigDecimal.ZERO;
    };
  }
}
