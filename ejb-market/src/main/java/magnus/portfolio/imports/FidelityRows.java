package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.TransactionType;

/**
 * What Fidelity's rows mean. Actions are sentences such as {@code YOU BOUGHT OPENING TRANSACTION
 * CALL (AAPL) APPLE INC JAN 19 24 $150 (100 SHS) (Cash)}: the first rule whose words occur decides.
 * A sentence that no rule knows is read from its figures, and the row says so.
 */
final class FidelityRows {

  private enum Treatment {
    TRADE,
    BY_QUANTITY,
    SIGNED,
    FLOW,
    SHARES,
    SPLIT,
    END,
    ROLL
  }

  private record Rule(String words, Treatment treatment, TransactionType type) {}

  private static final List<Rule> RULES =
      List.of(
          rule("BOUGHT ASSIGNED", Treatment.TRADE, TransactionType.BUY),
          rule("SOLD ASSIGNED", Treatment.TRADE, TransactionType.SELL),
          rule("BOUGHT EXERCISED", Treatment.TRADE, TransactionType.BUY),
          rule("SOLD EXERCISED", Treatment.TRADE, TransactionType.SELL),
          rule("BOUGHT OPENING", Treatment.TRADE, TransactionType.BUY_TO_OPEN),
          rule("BOUGHT CLOSING", Treatment.TRADE, TransactionType.BUY_TO_CLOSE),
          rule("SOLD OPENING", Treatment.TRADE, TransactionType.SELL_TO_OPEN),
          rule("SOLD CLOSING", Treatment.TRADE, TransactionType.SELL_TO_CLOSE),
          rule("BUY TO OPEN", Treatment.TRADE, TransactionType.BUY_TO_OPEN),
          rule("BUY TO CLOSE", Treatment.TRADE, TransactionType.BUY_TO_CLOSE),
          rule("SELL TO OPEN", Treatment.TRADE, TransactionType.SELL_TO_OPEN),
          rule("SELL TO CLOSE", Treatment.TRADE, TransactionType.SELL_TO_CLOSE),
          rule("BUY CANCEL", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("SELL CANCEL", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("CXL DESCRIPTION", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("YOU BOUGHT", Treatment.TRADE, TransactionType.BUY),
          rule("YOU SOLD SHORT", Treatment.TRADE, TransactionType.SELL_SHORT),
          rule("SHORT SALE", Treatment.TRADE, TransactionType.SELL_SHORT),
          rule("YOU SOLD", Treatment.TRADE, TransactionType.SELL),
          rule("ASSIGNED", Treatment.END, TransactionType.ASSIGN),
          rule("EXERCISED", Treatment.END, TransactionType.EXERCISE),
          rule("EXPIRED", Treatment.END, TransactionType.EXPIRE),
          rule("REINVESTMENT", Treatment.TRADE, TransactionType.REINVEST),
          rule("REINVEST", Treatment.TRADE, TransactionType.REINVEST),
          rule("CORE ACCOUNT", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("REDEMPTION PAYOUT", Treatment.BY_QUANTITY, TransactionType.SELL),
          rule("REDEMPTION", Treatment.BY_QUANTITY, TransactionType.SELL),
          rule("EXCHANGED TO", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("EXCHANGE IN", Treatment.BY_QUANTITY, TransactionType.BUY),
          rule("EXCHANGE OUT", Treatment.BY_QUANTITY, TransactionType.SELL),
          rule("IN LIEU OF", Treatment.SIGNED, TransactionType.CASH_IN_LIEU),
          rule("RETURN OF CAPITAL", Treatment.SIGNED, TransactionType.RETURN_OF_CAPITAL),
          rule("REVERSE SPLIT", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("STOCK SPLIT", Treatment.SPLIT, TransactionType.SPLIT),
          rule("SPLIT", Treatment.SPLIT, TransactionType.SPLIT),
          rule("STOCK DIVIDEND", Treatment.SPLIT, TransactionType.SPLIT),
          rule("SPINOFF", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("SPIN-OFF", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("MERGER", Treatment.ROLL, TransactionType.SELL),
          rule("TENDER", Treatment.ROLL, TransactionType.SELL),
          rule("NAME CHANGE", Treatment.ROLL, TransactionType.TRANSFER_IN),
          rule("CONVERSION", Treatment.ROLL, TransactionType.TRANSFER_IN),
          rule("ADJUST FEE", Treatment.ROLL, TransactionType.TRANSFER_IN),
          rule("TAX WITHHELD", Treatment.SIGNED, TransactionType.TAX),
          rule("FOREIGN TAX", Treatment.SIGNED, TransactionType.TAX),
          rule("NON-RESIDENT TAX", Treatment.SIGNED, TransactionType.TAX),
          rule("NONRESIDENT TAX", Treatment.SIGNED, TransactionType.TAX),
          rule("FED TAX", Treatment.SIGNED, TransactionType.TAX),
          rule("STATE TAX", Treatment.SIGNED, TransactionType.TAX),
          rule("W/H", Treatment.SIGNED, TransactionType.TAX),
          rule("DIVIDEND", Treatment.SIGNED, TransactionType.DIVIDEND),
          rule("CAP GAIN", Treatment.SIGNED, TransactionType.DIVIDEND),
          rule("CAPITAL GAIN", Treatment.SIGNED, TransactionType.DIVIDEND),
          rule("ROYALTY", Treatment.SIGNED, TransactionType.DIVIDEND),
          rule("PARTNERSHIP", Treatment.SIGNED, TransactionType.DIVIDEND),
          rule("MUNI EXEMPT INT", Treatment.SIGNED, TransactionType.INTEREST),
          rule("MARGIN INTEREST", Treatment.SIGNED, TransactionType.INTEREST),
          rule("INTEREST", Treatment.SIGNED, TransactionType.INTEREST),
          rule("FEE", Treatment.SIGNED, TransactionType.FEE),
          rule("TRANSFER OF ASSETS", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("TRANSFERRED", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("ROLLOVER", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("JOURNALED", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("CONTRIBUTED TO", Treatment.SHARES, TransactionType.TRANSFER_IN),
          rule("DISTRIBUTION", Treatment.SPLIT, TransactionType.SPLIT),
          rule("DIRECT DEPOSIT", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("DIRECT DEBIT", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("ELECTRONIC FUNDS TRANSFER", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("WIRE", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("CHECK", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("DEBIT CARD", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("CASH ADVANCE", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("CASH CONTRIBUTION", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("CONTR", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("BILL PAY", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("DEPOSIT", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("WITHDRAW", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("PAYMENT", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("ADJUSTMENT", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("NORMAL DISTR", Treatment.FLOW, TransactionType.DEPOSIT),
          rule("PURCHASE INTO", Treatment.BY_QUANTITY, TransactionType.BUY));

  private static final Pattern AS_OF =
      Pattern.compile(
          "\\bas of ([A-Za-z]{3}-\\d{2}-\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{2}-\\d{2}\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OPTION_WORDS =
      Pattern.compile(
          "\\b(CALL|PUT) \\(([A-Z0-9.]{1,6})\\).*? ([A-Z]{3}) (\\d{1,2}) (\\d{2}) \\$([\\d,.]+) \\((\\d+) SHS\\)");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z '&/.#:,()*0-9$%+-]*");
  private static final BigDecimal CENT = new BigDecimal("0.011");

  private FidelityRows() {}

  private static Rule rule(String words, Treatment treatment, TransactionType type) {
    return new Rule(words, treatment, type);
  }

  static List<StatementRow> read(Fields fields, DateReading dates) {
    String action = fields.text("action").replaceAll("\\s+", " ");
    String upper = action.toUpperCase(Locale.ROOT);
    LocalDate run = fields.date(dates, FidelityCsv.DATE);
    Currencies.Unit unit = fields.currency("USD", "currency");
    String symbol = fields.text("symbol").replace("*", "").trim();
    Optional<OptionContract> option =
        OptionSymbol.find(symbol).or(() -> fromWords(upper, fields.text("description")));
    Booking booking =
        new Booking(fields, kind(action))
            .date(run)
            .symbol(symbol)
            .option(option)
            .quantity(fields.figureOrZero("quantity", "exchangequantity"))
            .price(fields.figure("price"))
            .fees(fields.figureOrZero("commission").add(fields.figureOrZero("fees")))
            .amount(fields.figure("amount"))
            .currency(unit.code())
            .account(fields.text("accountnumber", "account"))
            .note(action);
    Optional<Rule> rule = RULES.stream().filter(r -> upper.contains(r.words())).findFirst();
    if (rule.isEmpty()) {
      return List.of(fromFigures(booking, fields, action));
    }
    TransactionType type = rule.get().type();
    if (rule.get().treatment() == Treatment.END) {
      effective(upper, dates).ifPresent(booking::date);
    }
    if (rule.get().treatment() == Treatment.ROLL
        && booking.quantity().signum() > 0
        && fields.figureOrZero("amount").signum() > 0) {
      return List.of(booking.cashOnly(TransactionType.DIVIDEND), booking.transfer());
    }
    return List.of(book(booking, rule.get().treatment(), type, fields, symbol));
  }

  private static StatementRow book(
      Booking booking, Treatment treatment, TransactionType type, Fields fields, String symbol) {
    boolean shares = booking.quantity().signum() != 0 && !symbol.isEmpty();
    boolean pays = fields.figureOrZero("amount").signum() != 0;
    return switch (treatment) {
      case TRADE -> booking.trade(type);
      case BY_QUANTITY, ROLL -> {
        if (shares && (pays || treatment == Treatment.BY_QUANTITY)) {
          yield booking.trade(
              booking.quantity().signum() > 0 && fields.figureOrZero("amount").signum() <= 0
                  ? TransactionType.BUY
                  : booking.quantity().signum() < 0 ? TransactionType.SELL : TransactionType.BUY);
        }
        yield shares ? booking.transfer() : quiet(booking, pays, TransactionType.DIVIDEND);
      }
      case SIGNED -> quiet(booking, pays, type);
      case FLOW ->
          pays ? booking.flow() : booking.ignored("Its amount is empty: it moves nothing.");
      case SHARES -> {
        if (shares) {
          yield booking.transfer();
        }
        yield pays ? booking.flow() : booking.ignored("It moves neither shares nor cash.");
      }
      case SPLIT -> shares ? booking.split() : quiet(booking, pays, TransactionType.DIVIDEND);
      case END ->
          booking.isOption() || pays
              ? booking.end(type)
              : booking.ignored("A position that expired without value under no option symbol.");
    };
  }

  private static StatementRow quiet(Booking booking, boolean pays, TransactionType type) {
    return pays ? booking.cashOnly(type) : booking.ignored("It moves neither shares nor cash.");
  }

  /** A row whose words no rule knows: its figures say what it is, if they fit together. */
  private static StatementRow fromFigures(Booking booking, Fields fields, String action) {
    BigDecimal amount = fields.figureOrZero("amount");
    BigDecimal quantity = booking.quantity();
    if (!WORDS.matcher(action).matches()) {
      fields.fault(
          "an action of Fidelity's such as YOU BOUGHT, DIVIDEND RECEIVED or DIRECT DEPOSIT",
          "action");
      return booking.ignored("");
    }
    booking.remark("Fidelity's words are not known here; read from its figures.");
    if (quantity.signum() == 0) {
      return amount.signum() == 0
          ? booking.ignored("It moves neither shares nor cash.")
          : booking.flow();
    }
    if (amount.signum() == 0) {
      return booking.transfer();
    }
    BigDecimal product = fields.figureOrZero("price").multiply(quantity.abs());
    BigDecimal gap = product.subtract(amount.abs()).abs();
    if (gap.compareTo(product.multiply(new BigDecimal("0.02")).max(CENT)) > 0
        || quantity.signum() == amount.signum()) {
      fields.fault(
          "an action of Fidelity's such as YOU BOUGHT, DIVIDEND RECEIVED or DIRECT DEPOSIT",
          "action");
      return booking.ignored("");
    }
    return booking.trade(quantity.signum() > 0 ? TransactionType.BUY : TransactionType.SELL);
  }

  /** The words of an action that say what happened: those before the security's name. */
  private static String kind(String action) {
    String trimmed = action.replaceAll("\\s*\\((?:Cash|Margin|Shares|Short)\\)\\s*$", "");
    return trimmed.length() <= 60 ? trimmed : trimmed.substring(0, 60) + "…";
  }

  private static Optional<LocalDate> effective(String action, DateReading dates) {
    Matcher m = AS_OF.matcher(action);
    if (!m.find()) {
      return Optional.empty();
    }
    String text = m.group(1);
    return dates.find(
        text.length() == 8
            ? "20" + text.substring(6) + "-" + text.substring(0, 2) + "-" + text.substring(3, 5)
            : text);
  }

  private static Optional<OptionContract> fromWords(String action, String description) {
    for (String text : List.of(action, description.toUpperCase(Locale.ROOT))) {
      Matcher m = OPTION_WORDS.matcher(text);
      if (m.find()) {
        DateReading reading = DateReading.of(List.of(), DateReading.Order.MONTH_FIRST);
        Optional<LocalDate> expiry =
            reading.find(m.group(3) + " " + m.group(4) + ", 20" + m.group(5));
        Optional<BigDecimal> strike = Figures.find(m.group(6), false);
        if (expiry.isPresent() && strike.isPresent()) {
          return OptionSymbol.of(
              m.group(2),
              expiry.get(),
              strike.get(),
              m.group(1).equals("CALL") ? Right.CALL : Right.PUT,
              Math.min(
                  10_000,
                  Integer.parseInt(m.group(7).substring(0, Math.min(5, m.group(7).length())))));
        }
      }
    }
    return Optional.empty();
  }
}
