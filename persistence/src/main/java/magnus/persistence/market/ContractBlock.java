package magnus.persistence.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contracts of one underlying, day and expiry, by strike and right, calls first. */
final class ContractBlock {

  private final Map<Long, StoredContract> contracts = new TreeMap<>();

  /** Lays the contract's figures over those that are there. */
  void add(StoredContract contract) {
    contracts.merge(contract.key(), contract, (old, mine) -> mine.over(old));
  }

  /** Puts a stored block's figures under those that are there. */
  void addUnder(byte[] packed) {
    for (StoredContract old : unpack(packed)) {
      contracts.merge(old.key(), old, (mine, stored) -> mine.over(stored));
    }
  }

  int size() {
    return contracts.size();
  }

  byte[] pack() {
    double[][] columns = new double[StoredContract.COLUMNS][contracts.size()];
    int i = 0;
    for (StoredContract contract : contracts.values()) {
      double[] figures = contract.figures();
      for (int c = 0; c < figures.length; c++) {
        columns[c][i] = figures[c];
      }
      i++;
    }
    return PackedColumns.pack(contracts.size(), columns);
  }

  static List<StoredContract> unpack(byte[] packed) {
    double[][] columns = PackedColumns.unpack(packed);
    List<StoredContract> contracts = new ArrayList<>(columns[0].length);
    for (int i = 0; i < columns[0].length; i++) {
      contracts.add(StoredContract.of(columns, i));
    }
    return contracts;
  }
}
