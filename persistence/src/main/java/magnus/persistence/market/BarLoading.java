package magnus.persistence.market;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes daily bars in blocks of one symbol and calendar year, in whatever order they come. At most
 * {@value #MOST_BUFFERED} bars are held in memory (some 25 MB); what overflows is merged with the
 * block already stored. A block that exists, from this file or an earlier one, is merged by day:
 * the new figures replace the old.
 */
final class BarLoading implements AutoCloseable {

  static final int MOST_BUFFERED = 400_000;
  private static final int BATCH = 200;

  /** Small, since a file of monthly prices by symbol fills tens of thousands of blocks with 12. */
  private static final int FIRST_CAPACITY = 4;

  private record SeriesId(SeriesKind kind, String symbol) {}

  private record BlockId(SeriesId series, int year) {}

  private static final class Series {
    boolean stored;
    int bars;
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
  }

  private final Connection connection;
  private final UUID importId;
  private final MarketLoader.Clashes clashes;
  private final Map<SeriesId, Series> series = new HashMap<>();
  private final Map<BlockId, BarBuffer> buffers = new HashMap<>();
  private final Set<BlockId> written = new HashSet<>();
  private final PreparedStatement findBlock;
  private final PreparedStatement insertBlock;
  private final PreparedStatement updateBlock;
  private int buffered;
  private int inserts;
  private int updates;

  private @Nullable BarBuffer current;
  private @Nullable String currentSymbol;
  private @Nullable SeriesKind currentKind;
  private int yearBegins;
  private int yearEnds;

  BarLoading(Connection connection, UUID importId, MarketLoader.Clashes clashes)
      throws SQLException {
    this.connection = connection;
    this.importId = importId;
    this.clashes = clashes;
    findBlock =
        connection.prepareStatement(
            "select packed from market_bar_block where series_kind = ? and symbol = ? and bar_year"
                + " = ?");
    insertBlock =
        connection.prepareStatement(
            "insert into market_bar_block (bars, packed, import_id, series_kind, symbol, bar_year)"
                + " values (?, ?, ?, ?, ?, ?)");
    updateBlock =
        connection.prepareStatement(
            "update market_bar_block set bars = ?, packed = ?, import_id = ? where series_kind = ?"
                + " and symbol = ? and bar_year = ?");
  }

  void add(
      SeriesKind kind,
      String symbol,
      int day,
      double o,
      double h,
      double l,
      double c,
      double v,
      int line)
      throws SQLException {
    BarBuffer buffer = current;
    if (buffer == null
        || day < yearBegins
        || day > yearEnds
        || kind != currentKind
        || !symbol.equals(currentSymbol)) {
      buffer = turnTo(kind, symbol, day);
    }
    buffer.add(day, o, h, l, c, v, line);
    if (++buffered >= MOST_BUFFERED) {
      flush();
    }
  }

  private BarBuffer turnTo(SeriesKind kind, String symbol, int day) {
    int year = LocalDate.ofEpochDay(day).getYear();
    BarBuffer buffer =
        buffers.computeIfAbsent(
            new BlockId(new SeriesId(kind, symbol), year), id -> new BarBuffer(FIRST_CAPACITY));
    current = buffer;
    currentKind = kind;
    currentSymbol = symbol;
    yearBegins = (int) LocalDate.of(year, 1, 1).toEpochDay();
    yearEnds = (int) LocalDate.of(year, 12, 31).toEpochDay();
    return buffer;
  }

  private void flush() throws SQLException {
    for (Map.Entry<BlockId, BarBuffer> entry : buffers.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
    runBatches();
    buffers.clear();
    current = null;
    buffered = 0;
  }

  private void write(BlockId id, BarBuffer buffer) throws SQLException {
    String symbol = id.series().symbol();
    buffer.settle(
        (day, line, earlier) ->
            clashes.clash(line, symbol, LocalDate.ofEpochDay(day), "line " + earlier));
    Series of = series(id.series());
    StoredBars bars = buffer.toBars();
    boolean mayExist = of.stored || written.contains(id);
    StoredBars old = mayExist ? find(id) : StoredBars.none();
    StoredBars merged = StoredBars.merge(bars, old);
    of.bars += merged.size() - old.size();
    of.first = Math.min(of.first, merged.days()[0]);
    of.last = Math.max(of.last, merged.days()[merged.size() - 1]);
    PreparedStatement statement = old.size() > 0 ? updateBlock : insertBlock;
    statement.setInt(1, merged.size());
    statement.setBytes(2, merged.pack());
    statement.setObject(3, importId);
    setId(statement, 4, id);
    statement.addBatch();
    if (statement == insertBlock) {
      inserts++;
    } else {
      updates++;
    }
    written.add(id);
    if (inserts + updates >= BATCH) {
      runBatches();
    }
  }

  private void runBatches() throws SQLException {
    if (inserts > 0) {
      insertBlock.executeBatch();
    }
    if (updates > 0) {
      updateBlock.executeBatch();
    }
    inserts = 0;
    updates = 0;
  }

  private StoredBars find(BlockId id) throws SQLException {
    setId(findBlock, 1, id);
    try (ResultSet rows = findBlock.executeQuery()) {
      return rows.next() ? StoredBars.unpack(rows.getBytes(1)) : StoredBars.none();
    }
  }

  private static void setId(PreparedStatement statement, int at, BlockId id) throws SQLException {
    statement.setString(at, id.series().kind().name());
    statement.setString(at + 1, id.series().symbol());
    statement.setInt(at + 2, id.year());
  }

  private Series series(SeriesId id) throws SQLException {
    Series known = series.get(id);
    if (known != null) {
      return known;
    }
    Series found = new Series();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select first_date, last_date, bars from market_series where series_kind = ? and symbol"
                + " = ?")) {
      statement.setString(1, id.kind().name());
      statement.setString(2, id.symbol());
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          found.stored = true;
          found.first = (int) rows.getObject(1, LocalDate.class).toEpochDay();
          found.last = (int) rows.getObject(2, LocalDate.class).toEpochDay();
          found.bars = rows.getInt(3);
        }
      }
    }
    series.put(id, found);
    return found;
  }

  /** Writes what is left, and what there is of each series now. */
  void finish() throws SQLException {
    flush();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into market_series (first_date, last_date, bars, import_id, series_kind,"
                    + " symbol) values (?, ?, ?, ?, ?, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update market_series set first_date = ?, last_date = ?, bars = ?, import_id = ?"
                    + " where series_kind = ? and symbol = ?")) {
      List<PreparedStatement> used = new ArrayList<>();
      for (Map.Entry<SeriesId, Series> entry : series.entrySet()) {
        Series now = entry.getValue();
        PreparedStatement statement = now.stored ? update : insert;
        statement.setObject(1, LocalDate.ofEpochDay(now.first));
        statement.setObject(2, LocalDate.ofEpochDay(now.last));
        statement.setInt(3, now.bars);
        statement.setObject(4, importId);
        statement.setString(5, entry.getKey().kind().name());
        statement.setString(6, entry.getKey().symbol());
        statement.addBatch();
        if (!used.contains(statement)) {
          used.add(statement);
        }
      }
      for (PreparedStatement statement : used) {
        statement.executeBatch();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    findBlock.close();
    insertBlock.close();
    updateBlock.close();
  }
}
