package magnus.market.imported;

/** A file that cannot be read on from some line. */
final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String expected;

  UnreadableException(int line, String expected) {
    super("line " + line + " is not " + expected);
    this.line = line;
    this.expected = expected;
  }

  int line() {
    return line;
  }

  String expected() {
    return expected;
  }
}
