package magnus.portfolio.imports;

import java.util.List;
import java.util.Optional;
import magnus.basics.problem.FieldFault;

/**
 * What a file says, row by row in the file's order.
 *
 * @param format id of the format that read it
 * @param account the broker's word for the account, where the file names exactly one
 * @param rows every row that could mean something, readable or not
 * @param remarks sentences for people about the file as a whole (how dates were read)
 */
public record Statement(
    String format, Optional<String> account, List<StatementRow> rows, List<String> remarks) {

  public Statement {
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
  }

  /** Every fault of every row, by line. */
  public List<FieldFault> faults() {
    return rows.stream().flatMap(row -> row.faults().stream()).toList();
  }

  /** The entries in the order in which they happened. */
  public List<Entry> entries() {
    return Chronology.ordered(rows).stream().flatMap(row -> row.entry().stream()).toList();
  }
}
