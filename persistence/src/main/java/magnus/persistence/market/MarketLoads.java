package magnus.persistence.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import java.util.Map;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import org.hibernate.Session;

/**
 * Stores one file's rows within the caller's transaction: all or, when anything fails or the server
 * dies, none. One file at a time over all nodes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MarketLoads {

  /** Feeds a loader and tells what it has read. */
  public interface Work {
    StoredImport run(MarketLoader loader) throws Exception;
  }

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public MarketLoads() {}

  /** For tests. */
  public MarketLoads(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Runs the work with a loader, then writes what it returned into the log of imports.
   *
   * @throws Refusal (conflict) while another import runs, and whatever the work refuses
   */
  public StoredImport load(UUID importId, MarketLoader.Clashes clashes, Work work) {
    takeTurn();
    StoredImport done =
        entities
            .unwrap(Session.class)
            .doReturningWork(
                connection -> {
                  try (MarketLoader loader = new MarketLoader(connection, importId, clashes)) {
                    StoredImport result = work.run(loader);
                    return result;
                  } catch (RuntimeException | java.sql.SQLException e) {
                    throw e;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    ImportRow row = new ImportRow();
    row.id = done.id();
    row.importedAt = done.importedAt();
    row.importedBy = done.importedBy();
    row.idempotency = done.idempotency();
    row.fileName = done.fileName();
    row.kind = done.kind();
    row.bytesRead = done.bytesRead();
    row.rowsRead = done.rowsRead();
    row.symbols = done.symbols();
    row.firstDate = done.firstDate();
    row.lastDate = done.lastDate();
    row.seconds = done.seconds();
    row.notes = String.join("\n", done.notes());
    entities.persist(row);
    entities.flush();
    return done;
  }

  private void takeTurn() {
    try {
      TurnRow turn =
          entities.find(
              TurnRow.class,
              TurnRow.ONLY,
              LockModeType.PESSIMISTIC_WRITE,
              Map.of("jakarta.persistence.lock.timeout", 0));
      if (turn == null) {
        turn = new TurnRow();
        turn.id = TurnRow.ONLY;
        entities.persist(turn);
      }
      turn.version++;
      entities.flush();
    } catch (PessimisticLockException | LockTimeoutException e) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "import-running",
          "Another file is being imported. Try again when it is done.");
    }
  }
}
