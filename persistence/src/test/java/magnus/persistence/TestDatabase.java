package magnus.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database, started once for all tests of the JVM, with the persistence unit of the
 * product over it ({@code resource-local} instead of JTA).
 */
public final class TestDatabase {

  // Kept, since the log manager forgets levels of loggers that nobody holds.
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.flywaydb"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private static TestDatabase h2;
  private static TestDatabase postgreSql;

  private final DataSource source;
  private final EntityManagerFactory entityManagers;
  private final boolean isH2;

  private TestDatabase(DataSource source, boolean isH2) {
    this.source = source;
    this.isH2 = isH2;
    Flyway.configure().dataSource(source).load().migrate();
    this.entityManagers =
        Persistence.createEntityManagerFactory(
            "magnus",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                source,
                // As the server has it: what goes beyond Jakarta Persistence's own language fails.
                "hibernate.jpa.compliance.query",
                "true"));
  }

  /** H2 in memory, in the mode in which the product runs it. */
  public static synchronized TestDatabase h2() {
    if (h2 == null) {
      h2 =
          new TestDatabase(
              JdbcConnectionPool.create("jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1", "sa", ""), true);
    }
    return h2;
  }

  /** A real PostgreSQL server, whose files live in the temporary folder and die with the JVM. */
  public static synchronized TestDatabase postgreSql() {
    if (postgreSql == null) {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        postgreSql = new TestDatabase(source, false);
      } catch (IOException e) {
        throw new UncheckedIOException("embedded PostgreSQL does not start", e);
      }
    }
    return postgreSql;
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public EntityManagerFactory entityManagers() {
    return entityManagers;
  }

  public DataSource source() {
    return source;
  }

  /** Removes all rows but those that migrations bring for locking; the schema stays. */
  void empty() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(statement);
      if (isH2) {
        statement.execute("set referential_integrity false");
        for (String table : tables) {
          statement.execute("truncate table " + table);
        }
        statement.execute("set referential_integrity true");
      } else if (!tables.isEmpty()) {
        statement.execute("truncate table " + String.join(", ", tables) + " cascade");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("tables cannot be emptied", e);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                + " and table_type = 'BASE TABLE'"
                + " and lower(table_name) not in ('flyway_schema_history', 'sign_in_turn',"
                + " 'account_turn', 'statement_turn')")) {
      while (rows.next()) {
        names.add('"' + rows.getString(1) + '"');
      }
    }
    return names;
  }
}
