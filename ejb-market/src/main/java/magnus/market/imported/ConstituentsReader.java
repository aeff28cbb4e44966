package magnus.market.imported;

import java.util.Optional;

/** Companies with their sectors, a row per company. */
final class ConstituentsReader implements RowReader {

  private final Reading reading;
  private final Header header;

  ConstituentsReader(Reading reading, Header header) {
    this.reading = reading;
    this.header = header;
  }

  @Override
  public void read(CsvRow row) {
    Optional<String> symbol = reading.symbol(row, header, Column.SYMBOL);
    if (symbol.isEmpty()) {
      return;
    }
    String name = Reading.text(row, header, Column.NAME, 200);
    String sector = Reading.text(row, header, Column.SECTOR, 80);
    reading.sink.instrument(
        symbol.get(),
        name.isEmpty() ? symbol.get() : name,
        sector.isEmpty() ? "Unknown" : sector,
        Reading.text(row, header, Column.INDUSTRY, 120));
  }
}
