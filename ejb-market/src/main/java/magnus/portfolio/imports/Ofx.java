package magnus.portfolio.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import magnus.portfolio.imports.DateReading.Order;
import magnus.portfolio.imports.OfxTree.Node;

/**
 * Open Financial Exchange, also as Quicken's QFX: versions 1 and 2, statements of bank accounts,
 * credit cards and investment accounts. {@code FITID} is the bank's id of a transaction; banks
 * reuse it, so it counts together with what the transaction does.
 */
final class Ofx implements BrokerFormat {

  private static final Pattern OPENING =
      Pattern.compile("<OFX>|^\\s*OFXHEADER\\s*:|<\\?OFX\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public String id() {
    return "ofx";
  }

  @Override
  public String title() {
    return "OFX or QFX statement";
  }

  @Override
  public boolean detect(BrokerFile file) {
    String head = file.text().substring(0, Math.min(4000, file.text().length()));
    return OPENING.matcher(head).find();
  }

  @Override
  public Statement parse(BrokerFile file) {
    Node root = OfxTree.read(file.text());
    List<Node> statements = root.all("STMTRS", "CCSTMTRS", "INVSTMTRS");
    if (statements.isEmpty()) {
      throw BrokerFile.refused(
          "The OFX document has no statement (STMTRS, CCSTMTRS or INVSTMTRS)"
              + root.find("STATUS").map(Ofx::complaint).orElse("")
              + ".");
    }
    DateReading dates = DateReading.of(List.of(), Order.MONTH_FIRST);
    OfxSecurities securities = OfxSecurities.of(root);
    List<StatementRow> rows = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    for (Node statement : statements) {
      String account = statement.text("ACCTID");
      accounts.add(account);
      String currency = statement.text("CURDEF");
      OfxRows reader = new OfxRows(securities, dates, currency, account, statement);
      for (Node transaction : statement.all(OfxRows.TRANSACTIONS)) {
        rows.addAll(reader.read(transaction));
      }
    }
    List<String> remarks = new ArrayList<>();
    if (accounts.size() > 1) {
      remarks.add(
          "The file has " + accounts.size() + " accounts: all of them go into this one portfolio.");
    }
    return new Statement(
        id(),
        accounts.size() == 1
            ? accounts.stream().filter(account -> !account.isEmpty()).findFirst()
            : Optional.empty(),
        rows,
        remarks);
  }

  private static String complaint(Node status) {
    String message = status.text("MESSAGE");
    return message.isEmpty() ? "" : ": the bank says \"" + message + "\"";
  }
}
