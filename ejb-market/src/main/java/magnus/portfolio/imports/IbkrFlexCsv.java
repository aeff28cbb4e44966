package magnus.portfolio.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import magnus.portfolio.imports.Fields.Header;
import magnus.portfolio.imports.IbkrFlexRows.Section;
import org.jspecify.annotations.Nullable;

/**
 * Interactive Brokers' Flex query as CSV: the columns are those that the user chose, in any order;
 * one section with one header, or several, each under its own header, or with the marks BOF, BOS,
 * HEADER, DATA and EOS in the first column.
 */
final class IbkrFlexCsv implements BrokerFormat {

  private static final Set<String> MARKS = Set.of("BOF", "BOA", "EOA", "EOF", "EOS", "BOS", "MSG");
  private static final Set<String> TELLING =
      Set.of(
          "currencyprimary",
          "tradeprice",
          "ibcommission",
          "ibcommissioncurrency",
          "clientaccountid",
          "levelofdetail",
          "fxratetobase",
          "settledate",
          "assetclass",
          "trademoney",
          "notescodes",
          "conid",
          "openclosein",
          "listingexchange",
          "putcall",
          "isin",
          "buysell",
          "tradedate",
          "transactiontype",
          "symbol",
          "quantity",
          "amount",
          "description",
          "type",
          "datetime",
          "netcash",
          "multiplier",
          "strike",
          "expiry",
          "reportdate",
          "tradeid",
          "transactionid");

  @Override
  public String id() {
    return "ibkr-flex-csv";
  }

  @Override
  public String title() {
    return "Interactive Brokers Flex query (CSV)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    char delimiter = CsvText.delimiter(file.text());
    return CsvText.head(file.text(), delimiter, 40).stream()
        .map(IbkrFlexCsv::names)
        .anyMatch(
            names ->
                names.contains("currencyprimary") && section(names).isPresent()
                    || names.contains("clientaccountid") && names.contains("levelofdetail"));
  }

  private static List<String> names(CsvText.Row row) {
    return row.cells().stream().map(Fields::plain).toList();
  }

  @Override
  public Statement parse(BrokerFile file) {
    char delimiter = CsvText.delimiter(file.text());
    IbkrFlexRows rows = new IbkrFlexRows();
    Map<String, Header> headers = new HashMap<>();
    String section = "";
    for (CsvText.Row row : CsvText.rows(file.text(), delimiter)) {
      String mark = row.cell(0);
      if (row.isBlank()) {
        continue;
      }
      if (MARKS.contains(mark)) {
        section = mark.equals("BOS") ? row.cell(1) : "";
      } else if (mark.equals("HEADER")) {
        headers.put(row.cell(1), Header.of(afterMarks(row)));
      } else if (mark.equals("DATA")) {
        add(
            rows,
            headers.get(row.cell(1)),
            new CsvText.Row(row.line(), afterMarks(row)),
            delimiter);
      } else if (isHeader(names(row))) {
        headers.put(section, Header.of(row.cells()));
      } else {
        add(rows, headers.get(section), row, delimiter);
      }
    }
    return rows.statement(id());
  }

  private static List<String> afterMarks(CsvText.Row row) {
    return row.cells().subList(Math.min(2, row.cells().size()), row.cells().size());
  }

  private static boolean isHeader(List<String> names) {
    return names.stream().filter(TELLING::contains).count() >= 3;
  }

  private static void add(
      IbkrFlexRows rows, @Nullable Header header, CsvText.Row row, char delimiter) {
    if (header == null) {
      return;
    }
    Fields fields = Fields.of(header, row, delimiter == ';');
    section(header.plain()).ifPresentOrElse(section -> rows.add(section, fields), rows::passOver);
  }

  /** What a section holds, by its columns. */
  private static Optional<Section> section(List<String> names) {
    boolean shares = names.contains("quantity");
    if (names.contains("commisionsandtax") || names.contains("commissionsandtax")) {
      return Optional.of(Section.OPTION_EVENTS);
    }
    if (names.contains("actiondescription") && names.contains("proceeds")) {
      return Optional.of(Section.CORPORATE_ACTIONS);
    }
    if (names.contains("direction") && (shares || names.contains("cashtransfer"))) {
      return Optional.of(Section.TRANSFERS);
    }
    if (shares
        && (names.contains("tradeprice") || names.contains("price") && names.contains("buysell"))) {
      return Optional.of(Section.TRADES);
    }
    if (names.contains("type")
        && names.contains("amount")
        && names.contains("proceeds")
        && shares) {
      return Optional.of(Section.CORPORATE_ACTIONS);
    }
    if (names.contains("type") && names.contains("amount")) {
      return Optional.of(Section.CASH);
    }
    return Optional.empty();
  }
}
