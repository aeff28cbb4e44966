package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magnus.basics.money.Money;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.jspecify.annotations.Nullable;

/** What one transaction must be in itself, whatever the history. */
final class TransactionRules {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final int MOST_DECIMALS = 10;
  private static final BigDecimal LARGEST = new BigDecimal("1e15");
  private static final int LONGEST_SYMBOL = 64;

  private final Transaction t;
  private final int line;
  private final List<FieldFault> faults = new ArrayList<>();

  private TransactionRules(Transaction t, int line) {
    this.t = t;
    this.line = line;
  }

  static List<FieldFault> faults(Transaction t, int line) {
    TransactionRules rules = new TransactionRules(t, line);
    rules.checkNumbers();
    if (rules.faults.isEmpty()) {
      rules.checkDate();
      rules.checkInstrument();
      rules.checkDirection();
    }
    return rules.faults;
  }

  private void fault(String field, @Nullable Object value, String expected) {
    faults.add(new FieldFault(line, field, value == null ? "" : String.valueOf(value), expected));
  }

  private void checkNumbers() {
    readable("quantity", t.quantity());
    readable("fees", t.fees());
    readable("amount", t.amount());
    BigDecimal price = t.price();
    if (price != null) {
      readable("price", price);
    }
    BigDecimal ratio = t.ratio();
    if (ratio != null) {
      readable("ratio", ratio);
    }
    if (!faults.isEmpty()) {
      return;
    }
    if (price != null && price.signum() < 0) {
      fault("price", price.toPlainString(), "a price that is not negative");
    }
    if (t.fees().signum() < 0) {
      fault("fees", t.fees().toPlainString(), "an amount that is not negative");
    }
    if (!Money.isCurrency(t.currency())) {
      fault("currency", t.currency(), "a currency of ISO 4217 such as USD");
    }
  }

  private void readable(String field, BigDecimal number) {
    if (number.stripTrailingZeros().scale() > MOST_DECIMALS
        || number.abs().compareTo(LARGEST) >= 0) {
      fault(field, number, "a number below 10^15 with at most " + MOST_DECIMALS + " decimals");
    }
  }

  private void checkDate() {
    if (t.date().isBefore(EARLIEST) || t.date().isAfter(LATEST)) {
      fault("date", t.date(), "a date from " + EARLIEST + " to " + LATEST);
    }
  }

  private void checkInstrument() {
    TransactionType.Effect effect = t.type().effect();
    boolean needsSymbol =
        t.type().isTrade()
            || effect == TransactionType.Effect.SPLIT
            || effect == TransactionType.Effect.END_OPTION
            || effect == TransactionType.Effect.RETURN_OF_CAPITAL;
    String symbol = t.symbol();
    if (needsSymbol && symbol == null) {
      fault("symbol", null, "the symbol that the " + words() + " is of");
    } else if (symbol != null && (symbol.isBlank() || symbol.length() > LONGEST_SYMBOL)) {
      fault("symbol", symbol, "a symbol of 1 to " + LONGEST_SYMBOL + " characters");
    }
    boolean needsOption =
        switch (t.type()) {
          case BUY_TO_OPEN, SELL_TO_OPEN, BUY_TO_CLOSE, SELL_TO_CLOSE, EXPIRE, ASSIGN, EXERCISE ->
              true;
          default -> false;
        };
    if (needsOption && t.option() == null) {
      fault("symbol", symbol, "an option such as AAPL240119C00150000");
    }
  }

  private void checkDirection() {
    BigDecimal ratio = t.ratio();
    switch (t.type().effect()) {
      case OPEN_LONG, CLOSE_SHORT -> {
        positiveQuantity();
        if (t.amount().signum() > 0) {
          fault(
              "amount",
              t.amount().toPlainString(),
              "an amount that is not positive, since the " + words() + " costs money");
        }
      }
      case CLOSE_LONG, OPEN_SHORT -> {
        if (t.type() != TransactionType.CASH_IN_LIEU) {
          positiveQuantity();
        }
        if (t.amount().add(t.fees()).signum() < 0) {
          fault(
              "amount",
              t.amount().toPlainString(),
              "an amount that is not negative, since the " + words() + " brings money");
        }
      }
      case END_OPTION -> {
        if (t.quantity().signum() == 0) {
          fault("quantity", t.quantity().toPlainString(), "the number of contracts");
        }
      }
      case SPLIT -> {
        if (ratio == null ? t.quantity().signum() == 0 : ratio.signum() <= 0) {
          fault(
              "ratio",
              ratio == null ? null : ratio.toPlainString(),
              "new shares per old share, a positive number, or the quantity of shares added");
        }
      }
      case TRANSFER_IN, TRANSFER_OUT -> {
        if (t.quantity().signum() < 0) {
          fault("quantity", t.quantity().toPlainString(), "a quantity that is not negative");
        }
      }
      default -> {}
    }
  }

  /** Nothing bought for nothing is harmless: exports have such rows. */
  private void positiveQuantity() {
    boolean nothing = t.quantity().signum() == 0 && t.amount().signum() == 0;
    if (t.quantity().signum() <= 0 && !nothing) {
      fault("quantity", t.quantity().toPlainString(), "a positive quantity");
    }
  }

  private String words() {
    return t.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
