package magnus.market.imported;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import magnus.basics.problem.Refusal;
import magnus.persistence.market.SeriesKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads one upload of market data: plain, gzip or zip, of a kind that is asked for or found out,
 * passing rows on as they come. Heap does not grow with the file. One use.
 */
public final class ImportReader {

  /** Titles and remarks that may stand before the header. */
  private static final int MOST_LINES_BEFORE_HEADER = 20;

  private static final int MOST_NOTES = 20;
  private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)(\\d{8})(?!\\d)");

  private final ImportLimits limits;
  private final Faults faults = new Faults();
  private final Tally tally;
  private final Reading reading;
  private final Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
  private long rows;

  public ImportReader(ImportLimits limits, MarketSink sink) {
    this.limits = limits;
    tally = new Tally(sink);
    reading = new Reading(tally, faults);
  }

  /**
   * Reads the upload to its end.
   *
   * @param name the file's name, which may tell symbol, day and kind
   * @param wanted its kind; empty to find it out
   * @throws Refusal where it is no file of market data, or anything in it is wrong: with every line
   *     and field at fault, up to a hundred
   * @throws IOException where the upload breaks off
   */
  public ImportSummary read(InputStream upload, String name, Optional<FileKind> wanted)
      throws IOException {
    long bytes;
    try {
      bytes =
          new Unpacking(limits)
              .visit(name, upload, (path, content) -> readFile(path, content, name, wanted));
    } catch (ZipException | EOFException e) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "import-refused",
          "Nothing was imported: the archive is damaged or was cut off ("
              + e.getMessage()
              + "). Pack and send it again.");
    }
    faults.throwIfAny();
    if (rows == 0) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "import-refused",
          "Nothing was imported: there is no row of data in '" + name + "'.");
    }
    return new ImportSummary(
        kinds.size() == 1 ? kinds.iterator().next() : FileKind.MIXED,
        rows,
        tally.symbols(),
        tally.from(),
        tally.to(),
        bytes,
        notes());
  }

  /** Tells of rows that contradict one another; the caller learns of them while storing. */
  public void clash(int line, String symbol, String date, String earlier) {
    faults.add(
        line,
        "date",
        date,
        "a day of " + symbol + " that the file has once (" + earlier + " says something else)");
  }

  /** Refuses if anything was wrong up to now. */
  public void throwIfAny() {
    faults.throwIfAny();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Map.Entry<String, Integer> note : reading.notes().entrySet()) {
      if (notes.size() == MOST_NOTES) {
        long more = reading.notes().size() - MOST_NOTES + reading.notKept();
        notes.add("And " + more + " more remarks.");
        break;
      }
      notes.add(note.getValue() == 1 ? note.getKey() : note.getKey() + " × " + note.getValue());
    }
    return notes;
  }

  private void readFile(String path, InputStream content, String upload, Optional<FileKind> wanted)
      throws IOException {
    faults.enter(path.equals(upload) || upload.startsWith(path) ? "" : path);
    try (CsvFile file = new CsvFile(content)) {
      List<String> before = new ArrayList<>();
      for (Optional<CsvRow> row = file.next(); row.isPresent(); row = file.next()) {
        CsvRow first = row.get();
        Optional<RowReader> lean = LeanFile.find(reading, path, first);
        if (lean.isPresent()) {
          kinds.add(
              first.size() == 6 && !path.contains("trade") ? FileKind.BARS : FileKind.OPTIONS);
          lean.get().read(first);
          rows++;
          readRows(file, lean.get());
          return;
        }
        Header header = new Header(first);
        Optional<FileKind> found = KindDetection.detect(header, path);
        if (found.isPresent()) {
          FileKind kind = wanted.orElse(found.get());
          kinds.add(kind);
          readRows(file, reader(kind, header, path, first.line()));
          return;
        }
        before.add(first.text(0));
        if (before.size() >= MOST_LINES_BEFORE_HEADER) {
          break;
        }
      }
      faults.add(
          1,
          "header",
          before.isEmpty() ? "" : before.get(0),
          "a header that names the columns of a known kind of file ("
              + FileKind.names()
              + "): date and close, expiry and strike, symbol and sector…");
      faults.throwIfAny();
    } catch (UnreadableException e) {
      faults.add(e.line(), "line", "", e.expected());
      faults.throwIfAny();
    }
  }

  private void readRows(CsvFile file, RowReader reader) throws IOException {
    for (Optional<CsvRow> row = file.next(); row.isPresent(); row = file.next()) {
      reader.read(row.get());
      rows++;
    }
    reader.end();
  }

  private RowReader reader(FileKind kind, Header header, String path, int line) {
    return switch (kind) {
      case BARS -> new BarsReader(reading, header, SeriesKind.BARS, onlySymbol(header, path, line));
      case VIX -> new BarsReader(reading, header, SeriesKind.VIX, "VIX");
      case CLOSES ->
          header.isWide()
              ? new WideClosesReader(reading, header)
              : new BarsReader(reading, header, SeriesKind.CLOSES, onlySymbol(header, path, line));
      case EARNINGS -> new EarningsReader(reading, header);
      case RATES -> new RatesReader(reading, header);
      case CONSTITUENTS -> new ConstituentsReader(reading, header);
      case ACTIONS -> new ActionsReader(reading, header, onlySymbol(header, path, line));
      case OPTIONS, MIXED -> chainReader(header, path, line);
    };
  }

  /** Null where a column says it. */
  private @Nullable String onlySymbol(Header header, String path, int line) {
    if (header.has(Column.SYMBOL)) {
      return null;
    }
    Optional<String> symbol = Symbols.inFileName(path);
    if (symbol.isEmpty()) {
      faults.add(
          line, "symbol", path, "a file with a column 'symbol' or named after one (spy.csv)");
      faults.throwIfAny();
    }
    return symbol.orElse("");
  }

  private RowReader chainReader(Header header, String path, int line) {
    String underlying = null;
    if (!ChainReader.saysUnderlying(header)) {
      underlying = onlySymbol(header, path, line);
    }
    int day = CsvRow.NO_DAY;
    if (!ChainReader.saysDay(header)) {
      Matcher inName = DAY_IN_NAME.matcher(path);
      while (inName.find()) {
        char[] digits = inName.group(1).toCharArray();
        day = Dates.parse(digits, 0, digits.length);
      }
      if (day == CsvRow.NO_DAY) {
        faults.add(
            line,
            "date",
            path,
            "a chain with a column 'date' or a file name with its day (20140602)");
        faults.throwIfAny();
      }
    }
    return new ChainReader(reading, header, underlying, day);
  }
}
