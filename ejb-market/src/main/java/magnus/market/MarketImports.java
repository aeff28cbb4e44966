package magnus.market;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.WallClock;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.Shelves;
import magnus.identity.AuditLog;
import magnus.identity.Caller;
import magnus.identity.RequestOrigin;
import magnus.market.imported.FileImport;
import magnus.market.imported.FileKind;
import magnus.persistence.market.MarketLoads;
import magnus.persistence.market.MarketStore;
import magnus.persistence.market.StoredImport;

/**
 * Files of market data into the database: streamed, all of a file or nothing. The transaction is
 * begun here, since it lasts as long as the upload and has a time limit of its own.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class MarketImports {

  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_LIST = 200;

  @Inject private MarketLoads loads;
  @Inject private MarketStore store;
  @Inject private AuditLog audit;
  @Inject private WallClock wall;
  @Inject private MarketClock market;
  @Inject private MarketMood mood;
  @Inject private Shelves shelves;
  @Resource private UserTransaction transaction;

  /**
   * Imports one file, reading the body on this thread as it arrives.
   *
   * @param kind {@code auto} or a kind's name
   * @param name the file's name; symbol, day and kind may stand in it
   * @param key if the same caller has imported with this key before, that import is the answer and
   *     the body is not read
   * @throws Refusal malformed kind; unacceptable (with every place at fault) or too large file;
   *     conflict while another import runs
   */
  public MarketImport run(
      Caller caller,
      RequestOrigin origin,
      String kind,
      String name,
      Optional<String> key,
      InputStream body) {
    Optional<FileKind> wanted = kind(kind);
    if (key.isPresent()) {
      if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
        throw Refusal.malformed(
            "Idempotency-Key", key.get(), "a text of 1 to " + LONGEST_KEY + " characters");
      }
      Optional<StoredImport> before =
          inTransaction(() -> store.findImport(caller.name(), key.get()));
      if (before.isPresent()) {
        return MarketImport.of(before.get());
      }
    }
    FileImport file =
        new FileImport(name, wanted, caller.name(), key, MarketSettings.importLimits());
    try {
      StoredImport done =
          inTransaction(
              () -> {
                StoredImport stored = file.run(loads, wall, body);
                audit.done(caller.name(), "market-data-imported", name, origin);
                return stored;
              });
      mood.forget();
      shelves.raise(
          new Occurrence(
              Occurrence.Kind.MARKET_DATA_CHANGED,
              Set.of(Ingredient.WHOLE_MARKET),
              market.instant(),
              Map.of(),
              "import of " + name));
      MarketLog.LOG.imported(done.rowsRead(), done.kind(), name, done.seconds(), caller.name());
      return MarketImport.of(done);
    } catch (Refusal refusal) {
      audit.refused(caller.name(), "market-data-import", name, origin);
      throw refusal;
    } catch (RuntimeException failure) {
      audit.failed(caller.name(), "market-data-import", name, origin);
      throw failure;
    }
  }

  private static Optional<FileKind> kind(String kind) {
    try {
      return FileKind.parse(kind);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("kind", kind, "one of " + FileKind.names());
    }
  }

  /** The latest imports, newest first. */
  public List<MarketImport> list() {
    return inTransaction(() -> store.imports(LONGEST_LIST)).stream().map(MarketImport::of).toList();
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      transaction.setTransactionTimeout(
          (int) MarketSettings.read(MarketSettings.IMPORT_TIMEOUT).toSeconds());
      try {
        transaction.begin();
      } finally {
        // The limit sticks to the thread, which serves other requests after this one.
        transaction.setTransactionTimeout(0);
      }
      boolean done = false;
      try {
        T result = work.get();
        done = true;
        return result;
      } finally {
        if (done) {
          transaction.commit();
        } else if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
          transaction.rollback();
        }
      }
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException("the import could not be committed", e);
    }
  }
}
