package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.portfolio.TransactionType;

/** What the sections of a Flex query beside the trades mean. */
final class IbkrEvents {

  private static final String[] DATE = {
    "datetime", "date", "settledate", "tradedate", "reportdate"
  };
  private static final String[] CURRENCY = {"currencyprimary", "currency"};
  private static final Pattern SPLIT = Pattern.compile("SPLIT (\\d{1,6}) FOR (\\d{1,6})");

  private final DateReading dates;
  private final Map<String, String> tickers;

  IbkrEvents(DateReading dates, Map<String, String> tickers) {
    this.dates = dates;
    this.tickers = tickers;
  }

  private Booking booking(Fields fields, String action) {
    String symbol = fields.text("symbol");
    String isin = fields.text("isin", "securityid");
    return new Booking(fields, action)
        .date(fields.date(dates, DATE))
        .symbol(symbol.isEmpty() ? tickers.getOrDefault(isin, isin) : symbol)
        .option(IbkrTrades.option(fields))
        .currency(fields.currency("", CURRENCY).code())
        .note(fields.text("description", "actiondescription"))
        .reference(fields.text("transactionid", "tradeid", "actionid"))
        .account(fields.text("clientaccountid", "accountid"));
  }

  StatementRow cash(Fields fields) {
    String type = fields.text("type");
    Booking booking = booking(fields, type).amount(fields.figure("amount"));
    String words = fields.text("description").toLowerCase(Locale.ROOT);
    return switch (Fields.plain(type)) {
      case "dividends", "paymentinlieuofdividends", "dividend", "paymentinlieuofdividend" ->
          booking.cashOnly(
              words.contains("return of capital")
                  ? TransactionType.RETURN_OF_CAPITAL
                  : TransactionType.DIVIDEND);
      case "withholdingtax", "871mwithholding", "whtax" -> booking.cashOnly(TransactionType.TAX);
      case "brokerinterestpaid",
          "brokerinterestreceived",
          "bondinterestpaid",
          "bondinterestreceived",
          "brokerfeesinterest",
          "otherincome" ->
          booking.cashOnly(TransactionType.INTEREST);
      case "otherfees",
          "brokerfees",
          "advisorfees",
          "commissionadjustments",
          "salestax",
          "priceadjustments",
          "fees" ->
          booking.cashOnly(TransactionType.FEE);
      case "depositswithdrawals",
          "depositwithdrawals",
          "deposits",
          "withdrawals",
          "electronicfundtransfer",
          "billpay",
          "debitcardactivity",
          "cashreceipts",
          "internaltransfer" ->
          booking.flow();
      default -> {
        fields.fault(
            "a kind of cash transaction such as Dividends, Withholding Tax or Deposits/Withdrawals",
            "type");
        yield booking.ignored("");
      }
    };
  }

  /** Exercises, assignments and expirations; left out where the trades tell them too. */
  StatementRow optionEvent(Fields fields, boolean toldByTrades) {
    String kind = fields.text("transactiontype");
    Booking booking =
        booking(fields, kind)
            .quantity(fields.requiredFigure("quantity"))
            .price(fields.figure("tradeprice"))
            .amount(fields.figure("proceeds"));
    if (toldByTrades) {
      return booking.ignored("The trades of the same file tell it too.");
    }
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "assignment" -> booking.end(TransactionType.ASSIGN);
      case "exercise" -> booking.end(TransactionType.EXERCISE);
      case "expiration" -> booking.end(TransactionType.EXPIRE);
      case "buy" -> booking.trade(TransactionType.BUY);
      case "sell" -> booking.trade(TransactionType.SELL);
      case "cash settlement" -> booking.cashOnly(TransactionType.DIVIDEND);
      default -> {
        fields.fault("Assignment, Exercise, Expiration, Buy or Sell", "transactiontype");
        yield booking.ignored("");
      }
    };
  }

  StatementRow corporateAction(Fields fields) {
    String type = fields.text("type").toUpperCase(Locale.ROOT);
    String words = fields.text("description", "actiondescription").toUpperCase(Locale.ROOT);
    BigDecimal quantity = fields.figureOrZero("quantity");
    BigDecimal proceeds = fields.figureOrZero("proceeds");
    Booking booking =
        booking(fields, type.isEmpty() ? "Corporate action" : type)
            .quantity(quantity)
            .amount(fields.figure("proceeds"));
    Matcher split = SPLIT.matcher(words);
    if (type.equals("RS") || type.isEmpty() && split.find() && quantity.signum() < 0) {
      return reverseSplit(fields, booking, words, quantity);
    }
    if (type.equals("FS")
        || type.equals("FI")
        || type.equals("SD")
        || type.equals("HI")
        || split.find(0)) {
      return booking.split();
    }
    if (proceeds.signum() != 0) {
      return quantity.signum() == 0
          ? booking.cashOnly(TransactionType.DIVIDEND)
          : booking.trade(quantity.signum() < 0 ? TransactionType.SELL : TransactionType.BUY);
    }
    return quantity.signum() == 0
        ? booking.ignored("It moves neither shares nor cash.")
        : booking.transfer();
  }

  private static StatementRow reverseSplit(
      Fields fields, Booking booking, String words, BigDecimal quantity) {
    if (fields.text("symbol").endsWith(".OLD")) {
      return booking.ignored(
          "The old shares of a reverse split; the row of the new ones tells it.");
    }
    Matcher split = SPLIT.matcher(words);
    if (split.find() && quantity.signum() > 0) {
      BigDecimal up = new BigDecimal(split.group(1));
      BigDecimal down = new BigDecimal(split.group(2));
      if (up.signum() > 0 && down.signum() > 0) {
        return booking.split(up.divide(down, java.math.MathContext.DECIMAL64));
      }
    }
    return booking.split();
  }

  StatementRow transfer(Fields fields) {
    String direction = fields.text("direction").toUpperCase(Locale.ROOT);
    BigDecimal quantity = fields.figureOrZero("quantity");
    BigDecimal cash = fields.figureOrZero("cashtransfer");
    Booking booking =
        booking(fields, (fields.text("type") + " transfer " + direction).trim())
            .price(fields.figure("transferprice").filter(price -> price.signum() != 0));
    if (quantity.signum() == 0 || fields.text("assetclass", "assetcategory").equals("CASH")) {
      BigDecimal amount = cash.signum() != 0 ? cash : quantity;
      BigDecimal signed = direction.equals("OUT") ? amount.abs().negate() : amount;
      return booking.symbol("").amount(java.util.Optional.of(signed)).flow();
    }
    return booking
        .quantity(direction.equals("OUT") ? quantity.abs().negate() : quantity)
        .transfer();
  }
}
