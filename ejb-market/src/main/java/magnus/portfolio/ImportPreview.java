package magnus.portfolio;

import java.util.List;
import magnus.basics.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * What importing a file would do, row by row, before anything is stored.
 *
 * @param format id of the format that read the file
 * @param account the broker's word for the account, where the file names one
 * @param rows in the file's order
 * @param remarks sentences about the file as a whole
 */
public record ImportPreview(
    String format, @Nullable String account, List<Row> rows, List<String> remarks) {

  public ImportPreview {
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
  }

  /** What becomes of a row. */
  public enum Status {
    /** It will be stored. */
    NEW,
    /** The portfolio has it already; it will be left out. */
    DUPLICATE,
    /** It means nothing to a portfolio; the effect says why. */
    IGNORED,
    /** It cannot be read, and so the file cannot be imported. */
    ERROR
  }

  /**
   * One row.
   *
   * @param line line of the file, from 1
   * @param action the broker's own word
   * @param transaction what it would become; null where it becomes nothing
   * @param effect what it does, in words
   * @param faults what is wrong with it; empty unless the status is ERROR
   */
  public record Row(
      int line,
      String action,
      @Nullable Transaction transaction,
      String effect,
      Status status,
      List<FieldFault> faults) {

    public Row {
      faults = List.copyOf(faults);
    }
  }

  /** How many rows have that status. */
  public int count(Status status) {
    return (int) rows.stream().filter(row -> row.status() == status).count();
  }
}
