package magnus.market.imported;

import java.util.ArrayList;
import java.util.List;
import magnus.persistence.market.SeriesKind;

/** Daily closes, a column per symbol; a blank field is a day without a close. */
final class WideClosesReader implements RowReader {

  private final Reading reading;
  private final Header header;
  private final List<String> symbols = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();

  WideClosesReader(Reading reading, Header header) {
    this.reading = reading;
    this.header = header;
    for (int i = 0; i < header.size(); i++) {
      if (i != header.at(Column.DATE) && !header.name(i).isEmpty()) {
        symbols.add(Symbols.normalise(header.name(i)).orElse(header.name(i)));
        positions.add(i);
      }
    }
  }

  @Override
  public void read(CsvRow row) {
    int day = reading.day(row, header, Column.DATE);
    for (int i = 0; i < positions.size(); i++) {
      int at = positions.get(i);
      double close = reading.number(row, at, header.name(at), "a price above 0");
      if (close <= 0) {
        reading.faults.add(row.line(), header.name(at), row.text(at), "a price above 0");
      } else if (!Double.isNaN(close) && day != CsvRow.NO_DAY) {
        reading.sink.bar(
            SeriesKind.CLOSES, symbols.get(i), day, close, close, close, close, 0, row.line());
      }
    }
  }
}
