package magnus.market.imported;

/** A line that is longer than any line of data can be. */
final class EndlessLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  EndlessLineException(int line) {
    super("line " + line + " does not end");
    this.line = line;
  }

  int line() {
    return line;
  }
}
