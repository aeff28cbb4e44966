package magnus.market.imported;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import magnus.basics.problem.Refusal;

/**
 * The rows of one CSV file as they stream in. The separator is the one of {@code , ; tab |} that
 * stands most often in the first lines; with {@code ;} a comma is a decimal point. A byte order
 * mark, quotes and any line end are understood. Over the parser FastCSV, whose callbacks hand out
 * characters instead of strings.
 */
final class CsvFile implements Closeable {

  private static final int LOOK_AHEAD = 8 * 1024;
  private static final int LONGEST_FIELD = 64 * 1024;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private static final class Collector extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final CsvRow row = new CsvRow();

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin((int) startingLineNumber);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
      row.add(buffer, offset, length);
    }

    @Override
    protected CsvRow buildRecord() {
      return row;
    }
  }

  private final CsvReader<CsvRow> reader;
  private final CloseableIterator<CsvRow> rows;
  private int lastLine;

  CsvFile(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
    char separator = separator(buffered);
    Collector collector = new Collector();
    collector.row.decimalComma(separator == ';');
    reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_FIELD)
            .build(collector, buffered, StandardCharsets.UTF_8);
    rows = reader.iterator();
  }

  private static char separator(BufferedInputStream in) throws IOException {
    in.mark(LOOK_AHEAD);
    byte[] head = in.readNBytes(LOOK_AHEAD);
    in.reset();
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (byte b : head) {
      if (b == '"') {
        quoted = !quoted;
      }
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        if (b == SEPARATORS[s]) {
          counts[s]++;
        }
      }
    }
    int most = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      // With a decimal comma there may be more commas than separators.
      boolean beatsComma = most == 0 && counts[s] * 2 > counts[0] && counts[s] > 0;
      if (most == 0 ? beatsComma : counts[s] > counts[most]) {
        most = s;
      }
    }
    return SEPARATORS[most];
  }

  /**
   * The next row that is not empty; the same object each time.
   *
   * @throws UnreadableException when the file is not CSV from here on
   */
  Optional<CsvRow> next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CsvRow row = rows.next();
      lastLine = row.line();
      return Optional.of(row);
    } catch (CsvParseException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /** FastCSV wraps whatever is thrown below it, be it from the stream or the row. */
  private RuntimeException unreadable(CsvParseException thrown) {
    if (thrown.getCause() instanceof Refusal refusal) {
      return refusal;
    }
    if (thrown.getCause() instanceof EndlessLineException endless) {
      return new UnreadableException(endless.line(), "a line of at most a million characters");
    }
    return new UnreadableException(
        lastLine + 1, "a field of at most " + LONGEST_FIELD + " characters, its quotes closed");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
