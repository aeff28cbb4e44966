package magnus.market.imported;

/** Reads the rows of one kind of file. */
interface RowReader {

  /** Reads one row after the header. Whatever is wrong with it goes to the faults. */
  void read(CsvRow row);

  /** All rows are read. */
  default void end() {}
}
