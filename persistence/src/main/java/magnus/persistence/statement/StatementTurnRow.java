package magnus.persistence.statement;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** The one row of {@code statement_turn}. */
@Entity(name = "StatementTurnRow")
@Table(name = "statement_turn")
class StatementTurnRow {

  private static final int ONLY = 1;

  @Id int id;

  /**
   * Waits until no other transaction, on whichever node, adds rows that may be there already. No
   * insert that both databases know asks whether its row is there.
   */
  static void take(EntityManager entities) {
    if (entities.find(StatementTurnRow.class, ONLY, LockModeType.PESSIMISTIC_WRITE) == null) {
      throw new IllegalStateException("statement_turn has no row; run the migrations");
    }
  }
}
