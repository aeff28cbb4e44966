package magnus.persistence.market;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes option contracts in blocks of one underlying, day and expiry, in whatever order they come:
 * quotes, open interest and greeks of the same contract may stand in different files and are laid
 * over one another. At most {@value #MOST_BUFFERED} contracts and prices of underlyings are held in
 * memory (some 25 MB).
 */
final class ContractLoading implements AutoCloseable {

  static final int MOST_BUFFERED = 150_000;

  private record DayId(String underlying, LocalDate date) {}

  private record BlockId(DayId day, LocalDate expiry) {}

  private final UUID importId;
  private final Map<BlockId, ContractBlock> blocks = new HashMap<>();
  private final Map<DayId, Double> spots = new HashMap<>();
  private final Set<DayId> days = new HashSet<>();
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final KeyedRows priced;
  private final KeyedRows bare;
  private final int most;
  private int buffered;

  ContractLoading(Connection connection, UUID importId) throws SQLException {
    this(connection, importId, MOST_BUFFERED);
  }

  ContractLoading(Connection connection, UUID importId, int most) throws SQLException {
    this.importId = importId;
    this.most = most;
    String[] day = {"underlying", "chain_date"};
    priced =
        new KeyedRows(connection, "market_option_day", day, new String[] {"spot", "import_id"});
    bare = new KeyedRows(connection, "market_option_day", day, new String[] {"import_id"});
    String where = " where underlying = ? and chain_date = ? and expiry = ?";
    find = connection.prepareStatement("select packed from market_option_block" + where);
    insert =
        connection.prepareStatement(
            "insert into market_option_block (contracts, packed, import_id, underlying, chain_date,"
                + " expiry) values (?, ?, ?, ?, ?, ?)");
    update =
        connection.prepareStatement(
            "update market_option_block set contracts = ?, packed = ?, import_id = ?" + where);
  }

  void add(String underlying, LocalDate date, LocalDate expiry, StoredContract contract)
      throws SQLException {
    DayId day = new DayId(underlying, date);
    days.add(day);
    blocks.computeIfAbsent(new BlockId(day, expiry), id -> new ContractBlock()).add(contract);
    if (++buffered >= most) {
      flush();
    }
  }

  void addSpot(String underlying, LocalDate date, double spot) throws SQLException {
    DayId day = new DayId(underlying, date);
    days.add(day);
    spots.put(day, spot);
    if (++buffered >= most) {
      flush();
    }
  }

  private void flush() throws SQLException {
    boolean inserts = false;
    boolean updates = false;
    for (Map.Entry<BlockId, ContractBlock> entry : blocks.entrySet()) {
      ContractBlock block = entry.getValue();
      boolean stored = false;
      setId(find, 1, entry.getKey());
      try (ResultSet rows = find.executeQuery()) {
        if (rows.next()) {
          block.addUnder(rows.getBytes(1));
          stored = true;
        }
      }
      PreparedStatement statement = stored ? update : insert;
      statement.setInt(1, block.size());
      statement.setBytes(2, block.pack());
      statement.setObject(3, importId);
      setId(statement, 4, entry.getKey());
      statement.addBatch();
      inserts |= !stored;
      updates |= stored;
    }
    if (inserts) {
      insert.executeBatch();
    }
    if (updates) {
      update.executeBatch();
    }
    blocks.clear();
    flushDays();
    buffered = 0;
  }

  private static void setId(PreparedStatement statement, int at, BlockId id) throws SQLException {
    statement.setString(at, id.day().underlying());
    statement.setObject(at + 1, id.day().date());
    statement.setObject(at + 2, id.expiry());
  }

  /** A day that is written again keeps the price that it has, where there is no new one. */
  private void flushDays() throws SQLException {
    for (DayId day : days) {
      Double spot = spots.get(day);
      if (spot == null) {
        bare.put(day.underlying(), day.date(), importId);
      } else {
        priced.put(day.underlying(), day.date(), spot, importId);
      }
    }
    days.clear();
    spots.clear();
  }

  /** How many contracts, days and prices are held now. */
  int held() {
    return buffered + days.size() + spots.size();
  }

  void finish() throws SQLException {
    flush();
  }

  @Override
  public void close() throws SQLException {
    find.close();
    insert.close();
    update.close();
    priced.close();
    bare.close();
  }
}
