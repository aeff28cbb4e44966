package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;

/** Says in words what a transaction will do. */
final class Effects {

  private Effects() {}

  /**
   * A sentence or two.
   *
   * @param today market time's day; what is dated later counts only from then
   */
  static String describe(Entry entry, LocalDate today) {
    Transaction t = entry.transaction();
    StringBuilder words = new StringBuilder(deed(t)).append('.');
    if (!entry.remark().isEmpty()) {
      words.append(' ').append(entry.remark());
    }
    if (t.date().isAfter(today)) {
      words.append(" It lies in the future: it counts only from ").append(t.date()).append('.');
    }
    return words.toString();
  }

  private static String deed(Transaction t) {
    return switch (t.type()) {
      case BUY -> "Buys " + what(t) + deal(t) + "; new lot";
      case REINVEST -> "Reinvests in " + what(t) + deal(t) + "; new lot";
      case SELL -> "Sells " + what(t) + deal(t);
      case SELL_SHORT -> "Sells short " + what(t) + deal(t) + "; new short lot";
      case BUY_TO_COVER -> "Buys back " + what(t) + " sold short" + deal(t);
      case BUY_TO_OPEN -> "Buys " + what(t) + deal(t) + "; new lot";
      case SELL_TO_OPEN -> "Writes " + what(t) + deal(t) + "; new short lot";
      case BUY_TO_CLOSE -> "Buys back " + what(t) + " written before" + deal(t);
      case SELL_TO_CLOSE -> "Sells " + what(t) + " held" + deal(t);
      case EXPIRE -> "Ends " + what(t) + ": expired without value";
      case ASSIGN -> "Ends " + what(t) + ": assigned; its premium goes into the shares delivered";
      case EXERCISE -> "Ends " + what(t) + ": exercised; its cost goes into the shares delivered";
      case CASH_IN_LIEU ->
          t.quantity().signum() == 0
              ? "Receives cash in lieu of a fraction of a share, booked as income: " + of(t)
              : "Turns " + what(t) + " into cash: " + money(t);
      case DIVIDEND -> verb(t, "Receives a dividend of ", "Gives back a dividend of ") + of(t);
      case INTEREST -> verb(t, "Receives interest of ", "Pays interest of ") + of(t);
      case RETURN_OF_CAPITAL ->
          "Receives capital back, which lowers the cost of its lots: " + of(t);
      case FEE -> verb(t, "Gets back a fee of ", "Pays a fee of ") + of(t);
      case TAX -> verb(t, "Gets back tax of ", "Pays tax of ") + of(t);
      case DEPOSIT -> "Pays in " + of(t);
      case WITHDRAWAL -> "Takes out " + of(t);
      case JOURNAL ->
          verb(t, "Moves in from another account ", "Moves out to another account ") + of(t);
      case CONVERSION ->
          verb(t, "Gets from an exchange of currencies ", "Gives into an exchange of currencies ")
              + of(t);
      case TRANSFER_IN ->
          t.quantity().signum() == 0
              ? "Transfers in " + of(t)
              : "Transfers in " + what(t) + basis(t);
      case TRANSFER_OUT ->
          t.quantity().signum() == 0
              ? "Transfers out " + of(t)
              : "Transfers out " + what(t) + " with its lots";
      case SPLIT -> split(t);
    };
  }

  private static String split(Transaction t) {
    BigDecimal ratio = t.ratio();
    String symbol = t.findSymbol().orElse("");
    if (ratio != null) {
      return "Splits " + symbol + ": " + number(ratio) + " new for each old share; cost stays";
    }
    return t.quantity().signum() > 0
        ? "Splits " + symbol + ": adds " + number(t.quantity()) + " shares; cost stays"
        : "Splits " + symbol + ": takes " + number(t.quantity().abs()) + " shares; cost stays";
  }

  private static String verb(Transaction t, String in, String out) {
    return t.amount().signum() >= 0 ? in : out;
  }

  private static String of(Transaction t) {
    String symbol = t.findSymbol().orElse("");
    return money(t) + (symbol.isEmpty() ? "" : " for " + symbol);
  }

  private static String what(Transaction t) {
    OptionContract option = t.option();
    String count = number(t.quantity().abs());
    if (option == null) {
      return count + " " + t.findSymbol().orElse("");
    }
    String contracts =
        t.quantity().abs().compareTo(BigDecimal.ONE) == 0 ? " contract " : " contracts ";
    return count
        + contracts
        + option.underlying()
        + " "
        + option.expiry()
        + " "
        + option.strike().toPlainString()
        + (option.right() == Right.CALL ? " call" : " put");
  }

  private static String basis(Transaction t) {
    BigDecimal price = t.price();
    return price == null ? " at unknown cost" : " at a cost of " + number(price) + " each";
  }

  private static String deal(Transaction t) {
    BigDecimal price = t.price();
    String at = price == null ? "" : " at " + number(price);
    String fees = t.fees().signum() == 0 ? "" : " (fees " + number(t.fees()) + " included)";
    return at + " for " + money(t) + fees;
  }

  private static String money(Transaction t) {
    DecimalFormat format =
        new DecimalFormat("#,##0.00######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(t.amount().abs()) + " " + t.currency();
  }

  private static String number(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value);
  }
}
