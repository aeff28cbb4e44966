package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;

/**
 * Turns what a row says into one {@link StatementRow}: quantities become positive, the amount of a
 * trade gets the sign of its direction, and what is missing is computed or reported as a fault.
 */
final class Booking {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_SYMBOL = 64;

  private static final Pattern ODD_SYMBOL = Pattern.compile("[<>{}\\[\\]\"`\\\\\\p{Cntrl}]");

  private static final String[] QUANTITY = {"quantity", "qty", "shares", "units"};
  private static final int DECIMALS = 10;

  private final Fields fields;
  private final String action;
  private LocalDate date = LocalDate.EPOCH;
  private String symbol = "";
  private Optional<OptionContract> option = Optional.empty();
  private BigDecimal quantity = BigDecimal.ZERO;
  private Optional<BigDecimal> price = Optional.empty();
  private BigDecimal fees = BigDecimal.ZERO;
  private Optional<BigDecimal> amount = Optional.empty();
  private String currency = "USD";
  private String note = "";
  private String reference = "";
  private String account = "";
  private String remark = "";

  Booking(Fields fields, String action) {
    this.fields = fields;
    this.action = action;
  }

  Booking date(LocalDate value) {
    date = value;
    return this;
  }

  Booking symbol(String value) {
    symbol = value;
    option = OptionSymbol.find(value);
    return this;
  }

  Booking option(Optional<OptionContract> value) {
    option = value;
    return this;
  }

  Booking quantity(BigDecimal value) {
    quantity = stored(value);
    return this;
  }

  Booking price(Optional<BigDecimal> value) {
    price = value.map(BigDecimal::abs).map(Booking::stored);
    return this;
  }

  Booking fees(BigDecimal value) {
    fees = stored(value.abs());
    return this;
  }

  Booking amount(Optional<BigDecimal> value) {
    amount = value.map(Booking::stored);
    return this;
  }

  Booking currency(String value) {
    currency = value;
    return this;
  }

  Booking note(String value) {
    String flat = value.replaceAll("\\s+", " ").trim();
    note = flat.length() <= LONGEST_NOTE ? flat : flat.substring(0, LONGEST_NOTE);
    return this;
  }

  Booking reference(String value) {
    reference = value;
    return this;
  }

  Booking account(String value) {
    account = value;
    return this;
  }

  Booking remark(String value) {
    remark = value;
    return this;
  }

  /** To the ten decimals that are stored. */
  private static BigDecimal stored(BigDecimal value) {
    return value.scale() <= DECIMALS ? value : value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  BigDecimal quantity() {
    return quantity;
  }

  boolean isOption() {
    return option.isPresent();
  }

  StatementRow ignored(String why) {
    return fields.sound()
        ? StatementRow.ignored(fields.line(), action, why)
        : StatementRow.faulty(fields.line(), action, fields.faults());
  }

  /** A purchase or sale of shares or contracts, of the type that gives its direction. */
  StatementRow trade(TransactionType type) {
    if (symbol.isEmpty()) {
      fields.fault("the symbol of what is traded", "symbol", "code", "ticker", "isin");
    }
    if (quantity.signum() == 0 && fields.sound()) {
      boolean said = !fields.text(QUANTITY).isEmpty();
      if (said && amount.map(BigDecimal::signum).orElse(0) == 0) {
        remark("Its quantity is 0: it moves neither shares nor cash.");
        amount = Optional.of(BigDecimal.ZERO);
      } else {
        fields.fault("a quantity other than 0", QUANTITY);
      }
    }
    if (price.isEmpty() && amount.isEmpty()) {
      fields.fault("a price or an amount", "price", "tradeprice", "unitprice", "price$");
    }
    boolean out =
        switch (type.effect()) {
          case OPEN_LONG, CLOSE_SHORT -> true;
          default -> false;
        };
    BigDecimal money = amount.map(BigDecimal::abs).orElseGet(() -> gross(out));
    amount = Optional.of(stored(out ? money.negate() : money));
    return cash(type, quantity.abs());
  }

  private BigDecimal gross(boolean out) {
    int shares = option.map(OptionContract::multiplier).orElse(1);
    BigDecimal gross =
        price.orElse(BigDecimal.ZERO).multiply(quantity.abs()).multiply(BigDecimal.valueOf(shares));
    return out ? gross.add(fees) : gross.subtract(fees);
  }

  /** Shares that come or go without cash, by the sign of the quantity. */
  StatementRow transfer() {
    if (symbol.isEmpty()) {
      fields.fault("the symbol of what is transferred", "symbol", "code", "ticker", "isin");
    }
    if (quantity.signum() == 0 && fields.sound()) {
      fields.fault("a quantity other than 0", "quantity", "units");
    }
    amount = Optional.of(BigDecimal.ZERO);
    return cash(
        quantity.signum() < 0 ? TransactionType.TRANSFER_OUT : TransactionType.TRANSFER_IN,
        quantity.abs());
  }

  /** Cash in or out, by the amount's sign. */
  StatementRow flow() {
    needsAmount();
    return amount.isPresent() && amount.get().signum() < 0
        ? cashOnly(TransactionType.WITHDRAWAL)
        : cashOnly(TransactionType.DEPOSIT);
  }

  /** Something of that type that moves cash and no shares. */
  StatementRow cashOnly(TransactionType type) {
    needsAmount();
    if (amount.isPresent() && amount.get().signum() == 0) {
      return ignored("Its amount is 0: it moves nothing.");
    }
    if (symbol.isEmpty()
        && (type == TransactionType.CASH_IN_LIEU || type == TransactionType.RETURN_OF_CAPITAL)) {
      return cash(TransactionType.DIVIDEND, BigDecimal.ZERO);
    }
    return cash(type, BigDecimal.ZERO);
  }

  /** A charge: what the file gives without a sign goes out. */
  StatementRow charge(TransactionType type) {
    amount = amount.map(value -> value.abs().negate());
    return cashOnly(type);
  }

  /**
   * Contracts that end without a trade. The sign of the quantity stays, since it tells the side.
   */
  StatementRow end(TransactionType type) {
    if (option.isEmpty()) {
      fields.fault("an option such as 'AAPL 01/19/2024 150.00 C'", "symbol");
    }
    if (quantity.signum() == 0 && fields.sound()) {
      fields.fault("a number of contracts other than 0", "quantity", "units");
    }
    amount = Optional.of(BigDecimal.ZERO);
    price = Optional.empty();
    return cash(type, type == TransactionType.EXPIRE ? quantity : quantity.abs());
  }

  /** Shares that a split adds to those held, or takes. */
  StatementRow split() {
    if (symbol.isEmpty()) {
      fields.fault("the symbol of what is split", "symbol");
    }
    if (quantity.signum() == 0 && fields.sound()) {
      fields.fault("the shares that the split adds", "quantity");
    }
    amount = Optional.of(BigDecimal.ZERO);
    price = Optional.empty();
    return cash(TransactionType.SPLIT, quantity);
  }

  /** A split by its ratio of new to old shares. */
  StatementRow split(BigDecimal ratio) {
    amount = Optional.of(BigDecimal.ZERO);
    price = Optional.empty();
    if (!fields.sound()) {
      return StatementRow.faulty(fields.line(), action, fields.faults());
    }
    return row(draft(TransactionType.SPLIT, BigDecimal.ZERO).ratio(ratio));
  }

  private void needsAmount() {
    if (amount.isEmpty() && fields.sound()) {
      fields.fault("an amount of money", "amount", "amount$", "netcash", "trnamt", "total");
    }
  }

  private StatementRow cash(TransactionType type, BigDecimal shares) {
    if (symbol.length() > LONGEST_SYMBOL || ODD_SYMBOL.matcher(symbol).find()) {
      fields.fault("a symbol such as AAPL", "symbol", "code", "ticker", "isin");
    }
    if (!fields.sound()) {
      return StatementRow.faulty(fields.line(), action, fields.faults());
    }
    return row(draft(type, shares));
  }

  private TransactionDraft draft(TransactionType type, BigDecimal shares) {
    TransactionDraft draft =
        Transaction.draft(type, date)
            .quantity(shares)
            .price(price.orElse(null))
            .fees(fees)
            .amount(amount.orElse(BigDecimal.ZERO))
            .currency(currency)
            .note(note)
            .line(fields.line());
    if (option.isPresent()) {
      return draft.option(option.get());
    }
    return symbol.isEmpty() ? draft : draft.symbol(symbol);
  }

  private StatementRow row(TransactionDraft draft) {
    return StatementRow.of(
        fields.line(), action, new Entry(draft.build(), reference, account, remark));
  }
}
