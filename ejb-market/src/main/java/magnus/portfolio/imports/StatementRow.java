package magnus.portfolio.imports;

import java.util.List;
import java.util.Optional;
import magnus.basics.problem.FieldFault;

/**
 * One row of a file: an entry, or a reason why it is left out, or what is wrong with it.
 *
 * @param line line of the file at which the row starts, from 1
 * @param action the broker's own word for what happened
 * @param ignored why the row moves nothing here, as a sentence
 */
public record StatementRow(
    int line,
    String action,
    Optional<Entry> entry,
    Optional<String> ignored,
    List<FieldFault> faults) {

  public StatementRow {
    faults = List.copyOf(faults);
  }

  static StatementRow of(int line, String action, Entry entry) {
    return new StatementRow(line, action, Optional.of(entry), Optional.empty(), List.of());
  }

  static StatementRow ignored(int line, String action, String why) {
    return new StatementRow(line, action, Optional.empty(), Optional.of(why), List.of());
  }

  static StatementRow faulty(int line, String action, List<FieldFault> faults) {
    return new StatementRow(line, action, Optional.empty(), Optional.empty(), faults);
  }
}
