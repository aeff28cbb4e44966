package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/**
 * What the trades of a Flex query mean. Quantities carry the sign of the direction; commissions are
 * negative when charged; the notes' codes (A assignment, Ex exercise, Ep expiration) tell how an
 * option ended, the open/close indicator on which side it was.
 */
final class IbkrTrades {

  static final String[] DATE = {
    "tradedate", "datetime", "date", "settledate", "settledatetarget", "reportdate"
  };
  private static final String[] CODES = {"notescodes", "notes", "code", "codes"};
  private static final String[] ASSET = {"assetclass", "assetcategory"};
  private static final String[] CURRENCY = {"currencyprimary", "currency"};
  private static final String CANCELLED = " (Ca.)";

  private final DateReading dates;
  private final Map<String, String> tickers;

  IbkrTrades(DateReading dates, Map<String, String> tickers) {
    this.dates = dates;
    this.tickers = tickers;
  }

  List<StatementRow> read(Fields fields) {
    String side = fields.text("buysell").toUpperCase(Locale.ROOT);
    String kind = fields.text("transactiontype");
    boolean cancels = side.contains("(CA") || kind.toLowerCase(Locale.ROOT).contains("cancel");
    String action = action(fields, side, cancels);
    String asset = fields.text(ASSET).toUpperCase(Locale.ROOT);
    String symbol = symbol(fields);
    Booking booking = booking(fields, action, symbol);
    if (asset.equals("CASH") || asset.isEmpty() && symbol.matches("[A-Z]{3}\\.[A-Z]{3}")) {
      return conversion(fields, action, symbol);
    }
    if (symbol.isEmpty() && asset.isEmpty()) {
      return List.of(
          booking.ignored(
              "It names no security: an exchange of currencies whose pair the file does not tell."));
    }
    if (asset.startsWith("FUT")
        || asset.startsWith("CFD")
        || asset.equals("FXCFD")
        || asset.equals("FOP")
        || asset.startsWith("FS")) {
      return List.of(booking.ignored("Futures and contracts for difference are not kept here."));
    }
    Optional<TransactionType> end = optionEnd(fields);
    if (end.isPresent()) {
      return List.of(booking.end(end.get()));
    }
    BigDecimal quantity = booking.quantity();
    boolean buys = side.isEmpty() ? quantity.signum() > 0 : side.startsWith("BUY");
    if (!side.isEmpty() && !side.startsWith("BUY") && !side.startsWith("SELL")) {
      fields.fault("BUY or SELL", "buysell");
    }
    return charged(fields, booking.trade(type(fields, booking.isOption(), buys)));
  }

  private Booking booking(Fields fields, String action, String symbol) {
    Currencies.Unit unit = fields.currency("", CURRENCY);
    BigDecimal commission = fields.figureOrZero("ibcommission", "commission");
    BigDecimal taxes = fields.figureOrZero("taxes", "tax");
    boolean sameCurrency = commissionIsInside(fields, unit.code());
    BigDecimal inside = (sameCurrency ? commission : BigDecimal.ZERO).add(taxes);
    Optional<BigDecimal> net = sameCurrency ? fields.figure("netcash") : Optional.empty();
    Optional<BigDecimal> gross =
        fields
            .figure("proceeds")
            .or(() -> fields.figure("trademoney", "amount").map(BigDecimal::negate));
    Optional<BigDecimal> amount =
        net.filter(value -> value.signum() != 0).or(() -> gross.map(value -> value.add(inside)));
    Optional<OptionContract> option = option(fields);
    return new Booking(fields, action)
        .date(fields.date(dates, DATE))
        .symbol(symbol)
        .option(option)
        .quantity(fields.requiredFigure("quantity"))
        .price(fields.figure("tradeprice", "price"))
        .fees(inside.signum() < 0 ? inside : BigDecimal.ZERO)
        .amount(amount.filter(value -> value.signum() != 0))
        .currency(unit.code())
        .note(fields.text("description"))
        .reference(fields.text("transactionid", "tradeid", "ibexecid", "execid", "orderid"))
        .account(fields.text("clientaccountid", "accountid"));
  }

  private static boolean commissionIsInside(Fields fields, String currency) {
    String own = fields.text("ibcommissioncurrency", "commissioncurrency");
    return own.isEmpty() || own.equalsIgnoreCase(currency);
  }

  /** The trade, and its commission as a charge of its own where it is in another currency. */
  private List<StatementRow> charged(Fields fields, StatementRow trade) {
    BigDecimal commission = fields.figureOrZero("ibcommission", "commission");
    if (trade.entry().isEmpty() || commission.signum() == 0) {
      return List.of(trade);
    }
    Transaction booked = trade.entry().get().transaction();
    if (commissionIsInside(fields, booked.currency())) {
      return List.of(trade);
    }
    StatementRow charge =
        new Booking(fields, "Commission")
            .date(booked.date())
            .amount(Optional.of(commission))
            .currency(fields.currency("", "ibcommissioncurrency", "commissioncurrency").code())
            .note("Commission: " + booked.note())
            .reference(trade.entry().get().reference())
            .account(trade.entry().get().account())
            .cashOnly(TransactionType.FEE);
    return List.of(trade, charge);
  }

  private static TransactionType type(Fields fields, boolean option, boolean buys) {
    String indicator = fields.text("opencloseindicator", "openclose").toUpperCase(Locale.ROOT);
    boolean opens = indicator.equals("O");
    boolean closes = indicator.equals("C");
    if (option) {
      if (buys) {
        return closes
            ? TransactionType.BUY_TO_CLOSE
            : opens ? TransactionType.BUY_TO_OPEN : TransactionType.BUY;
      }
      return opens
          ? TransactionType.SELL_TO_OPEN
          : closes ? TransactionType.SELL_TO_CLOSE : TransactionType.SELL;
    }
    if (buys) {
      return closes ? TransactionType.BUY_TO_COVER : TransactionType.BUY;
    }
    return opens ? TransactionType.SELL_SHORT : TransactionType.SELL;
  }

  private static List<String> codes(Fields fields) {
    return Arrays.asList(fields.text(CODES).split("[;,\\s]+"));
  }

  /** Whether the row's codes say that it comes from an assignment, exercise or expiration. */
  static boolean tellsOptionEvent(Fields fields) {
    return codes(fields).stream().anyMatch(List.of("A", "Ex", "Ep", "AEx", "MEx")::contains);
  }

  /** How an option ended, where the row's codes say that it did. */
  static Optional<TransactionType> optionEnd(Fields fields) {
    if (option(fields).isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = codes(fields);
    if (codes.contains("Ep")) {
      return Optional.of(TransactionType.EXPIRE);
    }
    if (codes.contains("A")) {
      return Optional.of(TransactionType.ASSIGN);
    }
    return codes.contains("Ex") || codes.contains("AEx") || codes.contains("MEx")
        ? Optional.of(TransactionType.EXERCISE)
        : Optional.empty();
  }

  /** The contract: by its own columns, else by its symbol. */
  static Optional<OptionContract> option(Fields fields) {
    String right = fields.text("putcall").toUpperCase(Locale.ROOT);
    Optional<OptionContract> spelled = OptionSymbol.find(fields.text("symbol"));
    if (right.isEmpty()) {
      return spelled;
    }
    Optional<BigDecimal> strike = Figures.find(fields.text("strike"), false);
    DateReading reading = DateReading.of(List.of(), DateReading.Order.MONTH_FIRST);
    Optional<LocalDate> expiry = reading.find(fields.text("expiry", "expirationdate"));
    String underlying =
        fields.text("underlyingsymbol").isEmpty()
            ? spelled.map(OptionContract::underlying).orElse("")
            : fields.text("underlyingsymbol");
    int shares =
        Figures.find(fields.text("multiplier"), false)
            .filter(n -> n.signum() > 0 && n.compareTo(new BigDecimal(100_000)) < 0)
            .map(BigDecimal::intValue)
            .orElse(100);
    if (strike.isEmpty() || expiry.isEmpty()) {
      return spelled;
    }
    return OptionSymbol.of(
            underlying,
            expiry.get(),
            strike.get(),
            right.startsWith("C") ? Right.CALL : Right.PUT,
            shares)
        .or(() -> spelled);
  }

  private String symbol(Fields fields) {
    String symbol = fields.text("symbol");
    if (!symbol.isEmpty()) {
      return symbol;
    }
    String isin = fields.text("isin", "securityid", "cusip");
    return tickers.getOrDefault(isin, isin);
  }

  private static String action(Fields fields, String side, boolean cancels) {
    String codes = fields.text(CODES);
    String word = side.isEmpty() ? fields.text("transactiontype") : side;
    return (cancels ? word.replace(CANCELLED.toUpperCase(Locale.ROOT), "") + CANCELLED : word)
        + (codes.isEmpty() ? "" : " [" + codes + "]");
  }

  /** An exchange of currencies: what came, what went, and the commission. */
  private List<StatementRow> conversion(Fields fields, String action, String pair) {
    Booking priced = booking(fields, action, "");
    if (!pair.matches("[A-Z]{3}\\.[A-Z]{3}")) {
      fields.fault("a pair of currencies such as EUR.USD", "symbol");
      return List.of(priced.ignored(""));
    }
    BigDecimal quantity = priced.quantity();
    Optional<BigDecimal> other =
        fields
            .figure("proceeds")
            .or(() -> fields.figure("tradeprice", "price").map(price -> price.multiply(quantity)))
            .map(value -> quantity.signum() > 0 ? value.abs().negate() : value.abs());
    List<StatementRow> rows = new ArrayList<>();
    rows.add(leg(fields, action, pair.substring(0, 3), Optional.of(quantity), pair));
    rows.add(leg(fields, action, pair.substring(4), other, pair));
    BigDecimal commission = fields.figureOrZero("ibcommission", "commission");
    if (commission.signum() != 0) {
      String currency =
          fields.currency(pair.substring(4), "ibcommissioncurrency", "commissioncurrency").code();
      rows.add(
          new Booking(fields, "Commission")
              .date(fields.date(dates, DATE))
              .amount(Optional.of(commission))
              .currency(currency)
              .note("Commission: " + pair)
              .reference(fields.text("transactionid", "tradeid"))
              .account(fields.text("clientaccountid", "accountid"))
              .cashOnly(TransactionType.FEE));
    }
    return rows;
  }

  private StatementRow leg(
      Fields fields, String action, String currency, Optional<BigDecimal> amount, String pair) {
    if (Currencies.find(currency).isEmpty()) {
      fields.fault("a pair of currencies such as EUR.USD", "symbol");
    }
    return new Booking(fields, action)
        .date(fields.date(dates, DATE))
        .amount(amount)
        .currency(currency)
        .note("Exchange " + pair)
        .reference(fields.text("transactionid", "tradeid"))
        .account(fields.text("clientaccountid", "accountid"))
        .cashOnly(TransactionType.CONVERSION);
  }

  /** Leaves out trades that a later row cancels, and the rows that cancel them. */
  static List<StatementRow> withoutCancelled(List<StatementRow> rows) {
    List<StatementRow> result = new ArrayList<>(rows);
    for (int i = 0; i < result.size(); i++) {
      StatementRow cancel = result.get(i);
      if (cancel.entry().isEmpty() || !cancel.action().contains(CANCELLED)) {
        continue;
      }
      Transaction gone = cancel.entry().get().transaction();
      result.set(
          i,
          StatementRow.ignored(
              cancel.line(),
              cancel.action(),
              "It takes back a trade of the file, if there is one."));
      for (int j = result.size() - 1; j >= 0; j--) {
        StatementRow row = result.get(j);
        if (j != i
            && row.entry().isPresent()
            && !row.action().contains(CANCELLED)
            && same(row.entry().get().transaction(), gone)) {
          result.set(
              j,
              StatementRow.ignored(
                  row.line(), row.action(), "Line " + cancel.line() + " takes it back."));
          break;
        }
      }
    }
    return result;
  }

  private static boolean same(Transaction a, Transaction b) {
    return a.findSymbol().equals(b.findSymbol())
        && a.quantity().compareTo(b.quantity()) == 0
        && a.type().isTrade()
        && a.amount().abs().subtract(b.amount().abs()).abs().compareTo(BigDecimal.TEN) < 0
        && !a.date().isAfter(b.date());
  }
}
