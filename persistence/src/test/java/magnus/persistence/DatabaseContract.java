package magnus.persistence;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/**
 * What a repository must do, on every database that Magnus runs on. Extend it once per repository
 * with the tests, and the result once per database:
 *
 * <pre>{@code
 * class LotsTest {
 *   abstract static class Contract extends DatabaseContract {
 *     Contract(TestDatabase database) { super(database); }
 *     @Test void … { in(em -> new Lots(em).add(…)); … }
 *   }
 *   @Nested class OnH2 extends Contract { OnH2() { super(TestDatabase.h2()); } }
 *   @Nested class OnPostgreSql extends Contract { OnPostgreSql() { super(TestDatabase.postgreSql()); } }
 * }
 * }</pre>
 *
 * The schema is the migrations' own; all tables are empty before each test.
 */
public abstract class DatabaseContract {

  private final TestDatabase database;

  protected DatabaseContract(TestDatabase database) {
    this.database = database;
  }

  /** The database, for tests that need plain SQL or a second connection. */
  protected TestDatabase database() {
    return database;
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  /** Does the work in a transaction of its own, with a fresh persistence context. */
  protected <R> R in(Function<EntityManager, R> work) {
    try (EntityManager em = database.entityManagers().createEntityManager()) {
      em.getTransaction().begin();
      try {
        R result = work.apply(em);
        em.getTransaction().commit();
        return result;
      } finally {
        if (em.getTransaction().isActive()) {
          em.getTransaction().rollback();
        }
      }
    }
  }

  /** As {@link #in}, for work without a result. */
  protected void run(Consumer<EntityManager> work) {
    in(
        em -> {
          work.accept(em);
          return null;
        });
  }
}
