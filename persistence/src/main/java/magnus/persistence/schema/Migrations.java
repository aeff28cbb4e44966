package magnus.persistence.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The versioned scripts in {@code db/migration}, which run on H2 and PostgreSQL alike. */
public final class Migrations {

  private Migrations() {}

  /**
   * Brings the database up to date; nothing happens when it is.
   *
   * @return how many scripts ran
   * @throws org.flywaydb.core.api.FlywayException when a script fails or one that already ran was
   *     changed; the message names it
   */
  public static int run(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
