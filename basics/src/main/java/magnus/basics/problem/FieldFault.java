package magnus.basics.problem;

/**
 * One place of an input that is wrong.
 *
 * @param line line of the file, from 1; 0 where the input has no lines
 * @param field column or member, in the input's own word
 * @param value what stood there
 * @param expected what would have been right, as a noun phrase ("a date such as 2024-01-31")
 */
public record FieldFault(int line, String field, String value, String expected) {

  /** Characters of a value that are quoted: enough to find it again, too few to echo a body. */
  public static final int MOST_QUOTED = 200;

  /** Quotes the beginning of what is long. */
  public FieldFault {
    field = quoted(field);
    value = quoted(value);
  }

  private static String quoted(String text) {
    return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED - 1) + "…";
  }

  /** The fault as one sentence. */
  public String sentence() {
    String place = line > 0 ? "Line " + line + ", " + field : field;
    return place + ": '" + value + "' is not " + expected + ".";
  }
}
