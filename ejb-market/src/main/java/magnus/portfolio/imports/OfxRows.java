package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import magnus.portfolio.OptionContract;
import magnus.portfolio.TransactionType;
import magnus.portfolio.imports.OfxTree.Node;

/** What the transactions of one OFX statement mean (OFX 2.3, chapters 11 and 13). */
final class OfxRows {

  static final String[] TRANSACTIONS = {
    "STMTTRN",
    "BUYSTOCK",
    "BUYMF",
    "BUYDEBT",
    "BUYOTHER",
    "BUYOPT",
    "SELLSTOCK",
    "SELLMF",
    "SELLDEBT",
    "SELLOTHER",
    "SELLOPT",
    "INCOME",
    "REINVEST",
    "RETOFCAP",
    "MARGININTEREST",
    "INVEXPENSE",
    "JRNLFUND",
    "JRNLSEC",
    "TRANSFER",
    "SPLIT",
    "CLOSUREOPT"
  };

  private final OfxSecurities securities;
  private final DateReading dates;
  private final String currency;
  private final String account;
  private final List<Node> incomes;

  OfxRows(
      OfxSecurities securities,
      DateReading dates,
      String currency,
      String account,
      Node statement) {
    this.securities = securities;
    this.dates = dates;
    this.currency = currency;
    this.account = account;
    this.incomes = statement.all("INCOME");
  }

  /** The day of an OFX date-time as it stands there ({@code 20190109121112.000[-5:EST]}). */
  static Optional<LocalDate> date(DateReading dates, String text) {
    String t = text.trim();
    boolean digits = t.length() >= 8 && t.substring(0, 8).chars().allMatch(Character::isDigit);
    return dates.find(digits ? t.substring(0, 8) : t);
  }

  List<StatementRow> read(Node node) {
    Fields fields = fields(node);
    String action = action(node);
    LocalDate day =
        date(dates, fields.text("dttrade", "dtposted", "dtsettle"))
            .orElseGet(
                () -> {
                  fields.fault("a date such as 20210916", "dttrade", "dtposted");
                  return LocalDate.EPOCH;
                });
    String ownCurrency = node.find("CURRENCY").map(c -> c.text("CURSYM")).orElse("");
    fields.replace("currency", ownCurrency.isEmpty() ? currency : ownCurrency);
    Currencies.Unit unit = fields.currency("USD", "currency");
    String id = fields.text("uniqueid");
    Optional<OptionContract> option = securities.findOption(id);
    String name = fields.text("name");
    String memo = fields.text("memo");
    String words =
        name.isEmpty() || memo.contains(name) ? memo : memo.isEmpty() ? name : name + ", " + memo;
    Booking booking =
        new Booking(fields, action)
            .date(day)
            .symbol(securities.symbol(id))
            .option(option.map(contract -> contract))
            .quantity(fields.figureOrZero("units"))
            .price(fields.figure("unitprice"))
            .fees(
                fields
                    .figureOrZero("commission")
                    .add(fields.figureOrZero("fees"))
                    .add(fields.figureOrZero("taxes"))
                    .add(fields.figureOrZero("load")))
            .amount(fields.figure("total", "trnamt"))
            .currency(unit.code())
            .note(words.isEmpty() ? securities.name(id) : words)
            .reference(fields.text("fitid"))
            .account(account);
    if (node.name.equals("REINVEST")) {
      return reinvest(fields, booking, day, id);
    }
    return List.of(row(node, fields, booking));
  }

  private static Fields fields(Node node) {
    Fields fields = new Fields(node.line, false);
    put(node, fields);
    return fields;
  }

  private static void put(Node node, Fields fields) {
    for (Node child : node.children) {
      if (child.children.isEmpty()) {
        fields.put(child.name, child.value, child.line);
      }
      put(child, fields);
    }
  }

  private static String action(Node node) {
    for (String detail :
        List.of(
            "TRNTYPE",
            "BUYTYPE",
            "SELLTYPE",
            "OPTBUYTYPE",
            "OPTSELLTYPE",
            "INCOMETYPE",
            "OPTACTION",
            "TFERACTION")) {
      String value = node.text(detail);
      if (!value.isEmpty()) {
        return node.name.equals("STMTTRN") ? value : node.name + " " + value;
      }
    }
    return node.name;
  }

  private StatementRow row(Node node, Fields fields, Booking booking) {
    return switch (node.name) {
      case "STMTTRN" -> bank(fields, booking);
      case "BUYSTOCK", "BUYMF", "BUYDEBT", "BUYOTHER" ->
          booking.trade(
              fields.text("buytype").toUpperCase(Locale.ROOT).contains("COVER")
                  ? TransactionType.BUY_TO_COVER
                  : booking.isOption() ? TransactionType.BUY_TO_OPEN : TransactionType.BUY);
      case "SELLSTOCK", "SELLMF", "SELLDEBT", "SELLOTHER" ->
          booking.trade(
              fields.text("selltype").toUpperCase(Locale.ROOT).contains("SHORT")
                  ? TransactionType.SELL_SHORT
                  : booking.isOption() ? TransactionType.SELL_TO_CLOSE : TransactionType.SELL);
      case "BUYOPT" ->
          booking.trade(
              fields.text("optbuytype").toUpperCase(Locale.ROOT).contains("CLOSE")
                  ? TransactionType.BUY_TO_CLOSE
                  : TransactionType.BUY_TO_OPEN);
      case "SELLOPT" ->
          booking.trade(
              fields.text("optselltype").toUpperCase(Locale.ROOT).contains("OPEN")
                  ? TransactionType.SELL_TO_OPEN
                  : TransactionType.SELL_TO_CLOSE);
      case "INCOME" ->
          booking.cashOnly(
              fields.text("incometype").equalsIgnoreCase("INTEREST")
                  ? TransactionType.INTEREST
                  : TransactionType.DIVIDEND);
      case "RETOFCAP" -> booking.cashOnly(TransactionType.RETURN_OF_CAPITAL);
      case "MARGININTEREST" -> booking.symbol("").cashOnly(TransactionType.INTEREST);
      case "INVEXPENSE" ->
          booking.cashOnly(isTax(fields.text("memo")) ? TransactionType.TAX : TransactionType.FEE);
      case "JRNLFUND", "JRNLSEC" ->
          booking.ignored("It moves between parts of the same account and changes nothing here.");
      case "TRANSFER" -> transfer(fields, booking);
      case "SPLIT" -> split(fields, booking);
      case "CLOSUREOPT" -> closure(fields, booking);
      default -> booking.ignored("Not a transaction.");
    };
  }

  private static boolean isTax(String memo) {
    String upper = memo.toUpperCase(Locale.ROOT);
    return upper.contains("TAX") || upper.contains("W/H") || upper.contains("WITHH");
  }

  private static StatementRow bank(Fields fields, Booking booking) {
    return switch (fields.text("trntype").toUpperCase(Locale.ROOT)) {
      case "INT" -> booking.cashOnly(TransactionType.INTEREST);
      case "DIV" -> booking.cashOnly(TransactionType.DIVIDEND);
      case "FEE", "SRVCHG" -> booking.cashOnly(TransactionType.FEE);
      case "HOLD" -> booking.ignored("The bank only holds this amount; it has not moved yet.");
      default -> booking.flow();
    };
  }

  private static StatementRow transfer(Fields fields, Booking booking) {
    boolean out = fields.text("tferaction").equalsIgnoreCase("OUT");
    BigDecimal units = booking.quantity().abs();
    return booking
        .price(fields.figure("avgcostbasis").or(() -> fields.figure("unitprice")))
        .quantity(out ? units.negate() : units)
        .transfer();
  }

  private static StatementRow split(Fields fields, Booking booking) {
    BigDecimal before = fields.figureOrZero("oldunits");
    BigDecimal after = fields.figureOrZero("newunits");
    if (before.signum() > 0 && after.signum() > 0) {
      return booking.quantity(after.subtract(before)).split();
    }
    BigDecimal up = fields.requiredFigure("numerator");
    BigDecimal down = fields.requiredFigure("denominator");
    if (up.signum() <= 0 || down.signum() <= 0) {
      fields.fault("a number above 0", "numerator", "denominator");
      return booking.ignored("");
    }
    return booking.split(up.divide(down, java.math.MathContext.DECIMAL64));
  }

  private static StatementRow closure(Fields fields, Booking booking) {
    TransactionType type =
        switch (fields.text("optaction").toUpperCase(Locale.ROOT)) {
          case "ASSIGN" -> TransactionType.ASSIGN;
          case "EXERCISE" -> TransactionType.EXERCISE;
          default -> TransactionType.EXPIRE;
        };
    if (!booking.isOption() && type != TransactionType.EXPIRE) {
      return booking
          .remark("The shares that an option's end delivers; the file gives no price.")
          .transfer();
    }
    return booking.end(type);
  }

  /**
   * Income and what it bought, as OFX tells them in one: two rows, unless the income has its own.
   */
  private List<StatementRow> reinvest(Fields fields, Booking bought, LocalDate day, String id) {
    Optional<BigDecimal> total = fields.figure("total").map(BigDecimal::abs);
    StatementRow purchase = bought.amount(total).trade(TransactionType.REINVEST);
    boolean apart =
        incomes.stream()
            .anyMatch(
                income ->
                    income.text("UNIQUEID").equals(id)
                        && date(dates, income.text("DTTRADE")).equals(Optional.of(day))
                        && Figures.find(income.text("TOTAL"), false)
                            .map(BigDecimal::abs)
                            .equals(total));
    if (apart || purchase.entry().isEmpty()) {
      return List.of(purchase);
    }
    StatementRow income =
        new Booking(fields, purchase.action())
            .date(day)
            .symbol(securities.symbol(id))
            .amount(total)
            .currency(purchase.entry().get().transaction().currency())
            .note(purchase.entry().get().transaction().note())
            .reference(fields.text("fitid"))
            .account(account)
            .cashOnly(
                fields.text("incometype").equalsIgnoreCase("INTEREST")
                    ? TransactionType.INTEREST
                    : TransactionType.DIVIDEND);
    return List.of(income, purchase);
  }
}
