package magnus.portfolio.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.ImportPreview;
import magnus.portfolio.ImportPreview.Status;
import magnus.portfolio.Transaction;

/**
 * What importing one statement into one portfolio would do: each row with its fingerprint, known
 * already or new.
 */
public final class ImportPlan {

  private final Statement statement;
  private final Map<StatementRow, String> prints = new IdentityHashMap<>();
  private final List<StatementRow> inOrder;

  private ImportPlan(Statement statement) {
    this.statement = statement;
    this.inOrder = Chronology.ordered(statement.rows());
    List<Entry> entries = new ArrayList<>();
    for (StatementRow row : inOrder) {
      entries.add(row.entry().orElseThrow());
    }
    List<String> all = Fingerprints.of(entries);
    for (int i = 0; i < inOrder.size(); i++) {
      prints.put(inOrder.get(i), all.get(i));
    }
  }

  public static ImportPlan of(Statement statement) {
    return new ImportPlan(statement);
  }

  public Statement statement() {
    return statement;
  }

  /** Every row's fingerprint. */
  public Collection<String> fingerprints() {
    return List.copyOf(prints.values());
  }

  /** The transactions that are not known yet, with fingerprints, in the order they happened. */
  public List<Transaction> fresh(Set<String> known) {
    List<Transaction> fresh = new ArrayList<>();
    for (StatementRow row : inOrder) {
      String print = prints.getOrDefault(row, "");
      if (!known.contains(print)) {
        fresh.add(printed(row.entry().orElseThrow().transaction(), print));
      }
    }
    return fresh;
  }

  /** How many rows are left out for a reason of their own. */
  public int ignored() {
    return (int) statement.rows().stream().filter(row -> row.ignored().isPresent()).count();
  }

  /**
   * The rows as a user sees them before he decides. A fault that belongs to none of the new rows
   * has a row of its own at the end: the file cannot be imported because of it.
   *
   * @param more faults that the portfolio itself found, by line
   */
  public ImportPreview preview(Set<String> known, List<FieldFault> more, LocalDate today) {
    List<ImportPreview.Row> rows = new ArrayList<>();
    List<FieldFault> others = new ArrayList<>(more);
    for (StatementRow row : statement.rows()) {
      List<FieldFault> faults = new ArrayList<>(row.faults());
      boolean fresh = !known.contains(prints.getOrDefault(row, ""));
      if (row.entry().isPresent() && fresh) {
        more.stream().filter(fault -> fault.line() == row.line()).forEach(faults::add);
        others.removeIf(fault -> fault.line() == row.line());
      }
      rows.add(previewed(row, faults, fresh, today));
    }
    for (FieldFault fault : others) {
      rows.add(
          new ImportPreview.Row(
              fault.line(), "", null, fault.sentence(), Status.ERROR, List.of(fault)));
    }
    return new ImportPreview(
        statement.format(), statement.account().orElse(null), rows, statement.remarks());
  }

  private static ImportPreview.Row previewed(
      StatementRow row, List<FieldFault> faults, boolean fresh, LocalDate today) {
    Transaction transaction = row.entry().map(Entry::transaction).orElse(null);
    if (!faults.isEmpty()) {
      String words = faults.get(0).sentence();
      return new ImportPreview.Row(
          row.line(), row.action(), transaction, words, Status.ERROR, faults);
    }
    if (row.entry().isEmpty()) {
      return new ImportPreview.Row(
          row.line(), row.action(), null, row.ignored().orElse(""), Status.IGNORED, faults);
    }
    String effect = Effects.describe(row.entry().get(), today);
    return fresh
        ? new ImportPreview.Row(row.line(), row.action(), transaction, effect, Status.NEW, faults)
        : new ImportPreview.Row(
            row.line(),
            row.action(),
            transaction,
            "Is in the portfolio already: " + effect,
            Status.DUPLICATE,
            faults);
  }

  private static Transaction printed(Transaction t, String print) {
    return new Transaction(
        t.id(),
        t.date(),
        t.settlement(),
        t.type(),
        t.symbol(),
        t.option(),
        t.quantity(),
        t.price(),
        t.fees(),
        t.amount(),
        t.currency(),
        t.ratio(),
        t.lots(),
        t.note(),
        t.line(),
        print,
        t.importId());
  }
}
