package magnus.portfolio.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.portfolio.imports.DateReading.Order;

/**
 * Gathers the rows of a Flex query's sections, leaves out those that only sum up others, and has
 * the rest read. Whether a level of detail is a sum depends on what else the file has: orders count
 * only where there are no executions.
 */
final class IbkrFlexRows {

  /** The sections that hold transactions. */
  enum Section {
    TRADES,
    CASH,
    OPTION_EVENTS,
    CORPORATE_ACTIONS,
    TRANSFERS
  }

  private record Row(Section section, Fields fields) {}

  private static final Pattern ISIN_IN_WORDS =
      Pattern.compile("^([A-Z0-9. ]{1,12})\\(([A-Z]{2}[A-Z0-9]{9}\\d)\\)");

  private final List<Row> rows = new ArrayList<>();
  private int passedOver;

  void add(Section section, Fields fields) {
    rows.add(new Row(section, fields));
  }

  /** Counts a row of a section that holds no transactions. */
  void passOver() {
    passedOver++;
  }

  Statement statement(String format) {
    List<String> days = new ArrayList<>();
    Map<String, String> tickers = new HashMap<>();
    boolean executions = false;
    Set<String> toldByTrades = new HashSet<>();
    boolean cashDetail = false;
    for (Row row : rows) {
      Fields fields = row.fields();
      days.add(fields.text("tradedate"));
      days.add(fields.text(IbkrTrades.DATE));
      learnTicker(fields, tickers);
      String level = level(fields);
      executions |=
          row.section() == Section.TRADES && (level.isEmpty() || level.equals("EXECUTION"));
      cashDetail |= row.section() == Section.CASH && level.equals("DETAIL");
      if (row.section() == Section.TRADES && IbkrTrades.tellsOptionEvent(fields)) {
        toldByTrades.add(fields.text("symbol"));
      }
    }
    DateReading dates = DateReading.of(days, Order.MONTH_FIRST);
    IbkrTrades trades = new IbkrTrades(dates, tickers);
    IbkrEvents events = new IbkrEvents(dates, tickers);
    List<StatementRow> read = new ArrayList<>();
    List<String> accounts = new ArrayList<>();
    for (Row row : rows) {
      Fields fields = row.fields();
      String account = fields.text("clientaccountid", "accountid");
      if (!account.isEmpty() && !accounts.contains(account)) {
        accounts.add(account);
      }
      switch (row.section()) {
        case TRADES -> {
          if (counts(level(fields), executions)) {
            read.addAll(trades.read(fields));
          } else {
            passedOver++;
          }
        }
        case CASH -> {
          if (cashDetail && level(fields).equals("SUMMARY")) {
            passedOver++;
          } else {
            read.add(events.cash(fields));
          }
        }
        case OPTION_EVENTS ->
            read.add(events.optionEvent(fields, toldByTrades.contains(fields.text("symbol"))));
        case CORPORATE_ACTIONS -> read.add(events.corporateAction(fields));
        case TRANSFERS -> read.add(events.transfer(fields));
      }
    }
    return new Statement(
        format,
        accounts.size() == 1 ? Optional.of(accounts.get(0)) : Optional.empty(),
        IbkrTrades.withoutCancelled(read),
        remarks(dates, accounts));
  }

  private List<String> remarks(DateReading dates, List<String> accounts) {
    List<String> remarks = new ArrayList<>();
    if (!dates.remark().isEmpty()) {
      remarks.add(dates.remark());
    }
    if (accounts.size() > 1) {
      remarks.add(
          "The file has accounts "
              + String.join(", ", accounts)
              + ": all of them go into this one portfolio.");
    }
    if (passedOver > 0) {
      remarks.add(
          passedOver
              + (passedOver == 1 ? " line" : " lines")
              + " with sums, positions or lots, which hold no transactions of their own, "
              + (passedOver == 1 ? "is" : "are")
              + " left out.");
    }
    return remarks;
  }

  private static String level(Fields fields) {
    return fields.text("levelofdetail").toUpperCase(Locale.ROOT);
  }

  private static boolean counts(String level, boolean executions) {
    return switch (level) {
      case "", "EXECUTION", "TRADE" -> true;
      case "ORDER" -> !executions;
      default -> false;
    };
  }

  private static void learnTicker(Fields fields, Map<String, String> tickers) {
    String isin = fields.text("isin");
    String symbol = fields.text("symbol");
    if (!isin.isEmpty() && !symbol.isEmpty()) {
      tickers.putIfAbsent(isin, symbol);
    }
    Matcher words = ISIN_IN_WORDS.matcher(fields.text("description"));
    if (words.find()) {
      tickers.putIfAbsent(words.group(2), words.group(1).trim());
    }
  }
}
