package magnus.portfolio.imports;

/** One kind of file that brokers give their customers. */
public interface BrokerFormat {

  /** Short name as callers give it ({@code schwab-csv}). */
  String id();

  /** Name for people ("Schwab transactions, CSV"). */
  String title();

  /** Whether the content looks like this format; the file's name does not count. */
  boolean detect(BrokerFile file);

  /**
   * Reads the whole file. A bad row is a row with faults, never an exception; all of them are read.
   *
   * @throws magnus.basics.problem.Refusal when the file as a whole cannot be read as this format
   */
  Statement parse(BrokerFile file);
}
