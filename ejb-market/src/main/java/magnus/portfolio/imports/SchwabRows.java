package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.portfolio.TransactionType;

/** What Charles Schwab's rows mean; its CSV and its JSON have the same columns. */
final class SchwabRows {

  /** How a row is booked. */
  private enum Treatment {
    TRADE,
    INCOME,
    CHARGE,
    SIGNED,
    FLOW,
    SHARES,
    SPLIT,
    PAIR,
    END,
    NOTHING
  }

  private record Meaning(Treatment treatment, TransactionType type) {}

  private static final Map<String, Meaning> ACTIONS =
      Map.ofEntries(
          trade("buy", TransactionType.BUY),
          trade("sell", TransactionType.SELL),
          trade("sellshort", TransactionType.SELL_SHORT),
          trade("buytocover", TransactionType.BUY_TO_COVER),
          trade("covershort", TransactionType.BUY_TO_COVER),
          trade("buytoopen", TransactionType.BUY_TO_OPEN),
          trade("selltoopen", TransactionType.SELL_TO_OPEN),
          trade("buytoclose", TransactionType.BUY_TO_CLOSE),
          trade("selltoclose", TransactionType.SELL_TO_CLOSE),
          trade("reinvestshares", TransactionType.REINVEST),
          trade("reinvestmentadj", TransactionType.REINVEST),
          income("reinvestdividend"),
          income("qualifieddividend"),
          income("cashdividend"),
          income("nonqualifieddiv"),
          income("nonqualifieddivadj"),
          income("qualdivreinvest"),
          income("qualdivadj"),
          income("specialdividend"),
          income("specialqualdiv"),
          income("specialnonqualdiv"),
          income("pryrcashdiv"),
          income("pryrdivreinvest"),
          income("pryrspecialdiv"),
          income("pryrnonqualdiv"),
          income("divadjustment"),
          income("dividend"),
          income("foreigndividend"),
          income("taxexemptdividend"),
          income("longtermcapgain"),
          income("longtermcapgainreinvest"),
          income("shorttermcapgain"),
          income("shorttermcapgainreinvest"),
          income("capitalgain"),
          one("cashinlieu", Treatment.SIGNED, TransactionType.CASH_IN_LIEU),
          income("royaltypayment"),
          income("substitutedividend"),
          income("securitylendingincome"),
          one("returnofcapital", Treatment.SIGNED, TransactionType.RETURN_OF_CAPITAL),
          one("nontaxabledist", Treatment.SIGNED, TransactionType.RETURN_OF_CAPITAL),
          interest("bankinterest"),
          interest("creditinterest"),
          interest("bondinterest"),
          interest("cdinterest"),
          interest("interest"),
          interest("taxexemptinterest"),
          interest("intadjust"),
          interest("margininterest"),
          interest("debitinterest"),
          charge("servicefee", TransactionType.FEE),
          charge("advisorfee", TransactionType.FEE),
          charge("adrmgmtfee", TransactionType.FEE),
          charge("adrfee", TransactionType.FEE),
          charge("managementfee", TransactionType.FEE),
          charge("wirefee", TransactionType.FEE),
          charge("fee", TransactionType.FEE),
          charge("foreigntransactionfee", TransactionType.FEE),
          one("miscfee", Treatment.SIGNED, TransactionType.FEE),
          one("feeadjustment", Treatment.SIGNED, TransactionType.FEE),
          one("feerefund", Treatment.SIGNED, TransactionType.FEE),
          one("nratax", Treatment.SIGNED, TransactionType.TAX),
          one("nrataxadj", Treatment.SIGNED, TransactionType.TAX),
          one("nrawithholding", Treatment.SIGNED, TransactionType.TAX),
          one("foreigntaxpaid", Treatment.SIGNED, TransactionType.TAX),
          one("foreigntaxreclaim", Treatment.SIGNED, TransactionType.TAX),
          one("taxwithholding", Treatment.SIGNED, TransactionType.TAX),
          one("federaltaxwithheld", Treatment.SIGNED, TransactionType.TAX),
          one("statetaxwithheld", Treatment.SIGNED, TransactionType.TAX),
          one("backupwithholding", Treatment.SIGNED, TransactionType.TAX),
          one("journal", Treatment.SIGNED, TransactionType.JOURNAL),
          one("internaltransfer", Treatment.SIGNED, TransactionType.JOURNAL),
          one("futuresmmsweep", Treatment.SIGNED, TransactionType.JOURNAL),
          one("sweeptofutures", Treatment.SIGNED, TransactionType.JOURNAL),
          flow("moneylinkdeposit"),
          flow("moneylinktransfer"),
          flow("moneylinkwithdrawal"),
          flow("moneylinkadj"),
          flow("wirefunds"),
          flow("wirefundsreceived"),
          flow("wirefundsadj"),
          flow("wirereceived"),
          flow("wiresent"),
          flow("fundsreceived"),
          flow("fundspaid"),
          flow("fundsdisbursed"),
          flow("banktransfer"),
          flow("electronicfundtransfer"),
          flow("ach"),
          flow("deposit"),
          flow("withdrawal"),
          flow("checkreceived"),
          flow("checkpaid"),
          flow("visapurchase"),
          flow("atmwithdrawal"),
          flow("autos1credit"),
          flow("autos1debit"),
          flow("autopayment"),
          flow("billpay"),
          flow("misccredits"),
          flow("miscdebits"),
          flow("misccashentry"),
          flow("promotionalaward"),
          flow("bonus"),
          flow("iradistribution"),
          flow("iracontribution"),
          shares("securitytransfer"),
          shares("journaledshares"),
          shares("stockplanactivity"),
          shares("spinoff"),
          shares("sharesin"),
          shares("sharesout"),
          shares("transferofshares"),
          shares("nonqualifieddistribution"),
          one("stocksplit", Treatment.SPLIT, TransactionType.SPLIT),
          one("forwardsplit", Treatment.SPLIT, TransactionType.SPLIT),
          one("stockdivdist", Treatment.SPLIT, TransactionType.SPLIT),
          one("stockdividend", Treatment.SPLIT, TransactionType.SPLIT),
          one("reversesplit", Treatment.PAIR, TransactionType.SPLIT),
          one("stockmerger", Treatment.PAIR, TransactionType.TRANSFER_IN),
          one("cashmerger", Treatment.PAIR, TransactionType.SELL),
          one("cashstockmerger", Treatment.PAIR, TransactionType.SELL),
          one("namechange", Treatment.PAIR, TransactionType.TRANSFER_IN),
          one("conversion", Treatment.PAIR, TransactionType.TRANSFER_IN),
          one("mandatoryreorgexc", Treatment.PAIR, TransactionType.TRANSFER_IN),
          one("exchange", Treatment.PAIR, TransactionType.TRANSFER_IN),
          one("fullredemption", Treatment.PAIR, TransactionType.SELL),
          one("partialredemption", Treatment.PAIR, TransactionType.SELL),
          one("bondredemption", Treatment.PAIR, TransactionType.SELL),
          one("maturity", Treatment.PAIR, TransactionType.SELL),
          one("fullmaturity", Treatment.PAIR, TransactionType.SELL),
          one("expired", Treatment.END, TransactionType.EXPIRE),
          one("expiration", Treatment.END, TransactionType.EXPIRE),
          one("assigned", Treatment.END, TransactionType.ASSIGN),
          one("assignment", Treatment.END, TransactionType.ASSIGN),
          one("exercised", Treatment.END, TransactionType.EXERCISE),
          one("exchangeorexercise", Treatment.END, TransactionType.EXERCISE),
          one("optionsfrwdsplit", Treatment.NOTHING, TransactionType.SPLIT),
          one("adjustoption", Treatment.NOTHING, TransactionType.SPLIT));

  private static final Pattern AS_OF =
      Pattern.compile("(.+?)\\s+as of\\s+(.+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CUSIP = Pattern.compile("[0-9A-Z]{3}[0-9][0-9A-Z]{4}[0-9]");

  static final String EXPECTED_ACTION =
      "an action of Schwab's such as Buy, Sell, Sell to Open, Expired, Qualified Dividend or"
          + " MoneyLink Transfer";

  private SchwabRows() {}

  /** The texts of a date cell: the posting date, and the effective one where there is one. */
  static String[] dates(String cell) {
    Matcher m = AS_OF.matcher(cell);
    return m.matches() ? new String[] {m.group(1), m.group(2)} : new String[] {cell};
  }

  static boolean knows(String action) {
    return ACTIONS.containsKey(Fields.plain(action));
  }

  /** Reads all rows; a reverse split's ratio comes from its two rows together. */
  static List<StatementRow> read(List<Fields> all, DateReading dates) {
    Map<String, BigDecimal> gone = new HashMap<>();
    for (Fields fields : all) {
      if (isReverseSplit(fields) && CUSIP.matcher(fields.text("symbol")).matches()) {
        Figures.find(fields.text("quantity"), false)
            .filter(quantity -> quantity.signum() < 0)
            .ifPresent(quantity -> gone.put(company(fields), quantity.negate()));
      }
    }
    List<StatementRow> rows = new ArrayList<>();
    for (Fields fields : all) {
      rows.add(read(fields, dates, gone));
    }
    return rows;
  }

  private static boolean isReverseSplit(Fields fields) {
    return Fields.plain(fields.text("action")).equals("reversesplit");
  }

  /** Day and first words of the description, which the two rows of a reverse split share. */
  private static String company(Fields fields) {
    String words = fields.text("description");
    return fields.text("date") + words.substring(0, Math.min(8, words.length()));
  }

  private static StatementRow read(Fields fields, DateReading dates, Map<String, BigDecimal> gone) {
    String action = fields.text("action", "transactiontype", "type");
    Optional<Meaning> meaning = Optional.ofNullable(ACTIONS.get(Fields.plain(action)));
    String[] days = dates(fields.text("date", "transactiondate"));
    LocalDate posted = day(fields, dates, days[0]);
    LocalDate effective = days.length > 1 ? day(fields, dates, days[1]) : posted;
    boolean corporate =
        meaning.isPresent()
            && (meaning.get().treatment() == Treatment.SPLIT
                || meaning.get().treatment() == Treatment.PAIR);
    String description = fields.text("description");
    Booking booking =
        new Booking(fields, action)
            .date(corporate ? posted : effective)
            .symbol(fields.text("symbol"))
            .quantity(fields.figureOrZero("quantity"))
            .price(fields.figure("price"))
            .fees(fields.figureOrZero("feescomm", "feescommissions", "commission", "fees"))
            .amount(fields.figure("amount"))
            .note(description.isEmpty() ? action : action + ": " + description);
    if (!posted.equals(effective)) {
      booking.remark("Posted on " + posted + " as of " + effective + ".");
    }
    if (meaning.isEmpty()) {
      fields.fault(EXPECTED_ACTION, "action", "transactiontype", "type");
      return booking.ignored("");
    }
    Optional<BigDecimal> old = Optional.ofNullable(gone.get(company(fields)));
    if (isReverseSplit(fields) && booking.quantity().signum() > 0 && old.isPresent()) {
      return booking.split(booking.quantity().divide(old.get(), MathContext.DECIMAL64));
    }
    return book(booking, meaning.get(), fields);
  }

  private static LocalDate day(Fields fields, DateReading dates, String text) {
    return dates
        .find(text)
        .orElseGet(
            () -> {
              fields.fault(dates.expected(), "date", "transactiondate");
              return LocalDate.EPOCH;
            });
  }

  private static StatementRow book(Booking booking, Meaning meaning, Fields fields) {
    TransactionType type = meaning.type();
    boolean option = booking.isOption();
    return switch (meaning.treatment()) {
      case TRADE ->
          booking.trade(
              option && type == TransactionType.BUY
                  ? TransactionType.BUY_TO_OPEN
                  : option && type == TransactionType.SELL ? TransactionType.SELL_TO_CLOSE : type);
      case INCOME, SIGNED -> booking.cashOnly(type);
      case CHARGE -> booking.charge(type);
      case FLOW -> booking.flow();
      case SHARES ->
          booking.quantity().signum() == 0
              ? booking.cashOnly(TransactionType.JOURNAL)
              : booking.transfer();
      case SPLIT -> booking.split();
      case PAIR -> pair(booking, type, fields);
      case END -> booking.end(type);
      case NOTHING ->
          booking.ignored(
              "Adjusted option contracts are not followed; enter the new ones by hand.");
    };
  }

  private static StatementRow pair(Booking booking, TransactionType type, Fields fields) {
    boolean pays = fields.figureOrZero("amount").signum() > 0;
    boolean cusip = CUSIP.matcher(fields.text("symbol")).matches();
    if (pays) {
      return booking.quantity().signum() == 0
          ? booking.cashOnly(TransactionType.DIVIDEND)
          : booking.trade(TransactionType.SELL);
    }
    if (booking.quantity().signum() < 0 && cusip) {
      return booking.ignored(
          "The old shares stand under a CUSIP, which names no holding here; the row of the new"
              + " shares is booked. Book the end of the old symbol by hand if it is still held.");
    }
    return type == TransactionType.SELL && booking.quantity().signum() == 0
        ? booking.ignored("It moves neither shares nor cash.")
        : booking.transfer();
  }

  private static Map.Entry<String, Meaning> one(
      String action, Treatment treatment, TransactionType type) {
    return Map.entry(action, new Meaning(treatment, type));
  }

  private static Map.Entry<String, Meaning> trade(String action, TransactionType type) {
    return one(action, Treatment.TRADE, type);
  }

  private static Map.Entry<String, Meaning> income(String action) {
    return one(action, Treatment.INCOME, TransactionType.DIVIDEND);
  }

  private static Map.Entry<String, Meaning> interest(String action) {
    return one(action, Treatment.SIGNED, TransactionType.INTEREST);
  }

  private static Map.Entry<String, Meaning> charge(String action, TransactionType type) {
    return one(action, Treatment.CHARGE, type);
  }

  private static Map.Entry<String, Meaning> flow(String action) {
    return one(action, Treatment.FLOW, TransactionType.DEPOSIT);
  }

  private static Map.Entry<String, Meaning> shares(String action) {
    return one(action, Treatment.SHARES, TransactionType.TRANSFER_IN);
  }
}
