package magnus.market.imported;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Annual rates in percent, a column per rate; a blank field (or FRED's point) is a day without
 * news.
 */
final class RatesReader implements RowReader {

  private static final String EXPECTED = "an annual rate in percent such as 4.25";
  private static final double ABSURD = 200;

  private final Reading reading;
  private final Header header;
  private final List<Integer> columns = new ArrayList<>();

  RatesReader(Reading reading, Header header) {
    this.reading = reading;
    this.header = header;
    for (int i = 0; i < header.size(); i++) {
      if (i != header.at(Column.DATE) && !header.name(i).isEmpty()) {
        columns.add(i);
      }
    }
  }

  @Override
  public void read(CsvRow row) {
    int day = reading.day(row, header, Column.DATE);
    for (int at : columns) {
      double percent = reading.number(row, at, header.name(at), EXPECTED);
      if (Math.abs(percent) > ABSURD) {
        reading.faults.add(row.line(), header.name(at), row.text(at), EXPECTED);
      } else if (!Double.isNaN(percent) && day != CsvRow.NO_DAY) {
        reading.sink.rate(name(header.name(at)), LocalDate.ofEpochDay(day), percent / 100);
      }
    }
  }

  private static String name(String column) {
    String name = column.toUpperCase(Locale.ROOT);
    return name.length() <= 32 ? name : name.substring(0, 32);
  }
}
