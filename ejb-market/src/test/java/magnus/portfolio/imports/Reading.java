package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import magnus.portfolio.ImportPreview;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Position;
import magnus.portfolio.Transaction;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.ledger.LedgerState;

/** Reads a text as the product would and looks at what came of it. */
final class Reading {

  static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  private final Statement statement;

  private Reading(Statement statement) {
    this.statement = statement;
  }

  static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] bytes) {
    return new Reading(BrokerFormats.read(BrokerFile.of("test", bytes, 1 << 22), "auto"));
  }

  Statement statement() {
    return statement;
  }

  List<Transaction> transactions() {
    return ImportPlan.of(statement).fresh(Set.of());
  }

  LedgerState state() {
    return Ledger.of(transactions(), LotMethod.FIFO, List.of()).last();
  }

  /** Symbol → quantity, without trailing zeros. */
  Map<String, String> positions() {
    Map<String, String> all = new TreeMap<>();
    for (Position position : state().positions()) {
      all.put(position.symbol(), position.quantity().stripTrailingZeros().toPlainString());
    }
    return all;
  }

  BigDecimal cash() {
    return state().cash("USD");
  }

  ImportPreview preview() {
    return ImportPlan.of(statement).preview(Set.of(), List.of(), TODAY);
  }

  String effect(int row) {
    return preview().rows().get(row).effect();
  }
}
