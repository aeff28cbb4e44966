package magnus.persistence.schema;

import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates the schema at the one moment that is surely before its first use: while Hibernate builds
 * its session factory, before it validates the tables against the entities. Works without a server
 * too: the data source is the one that Hibernate itself was given.
 */
public class MigrationIntegrator implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
    Migrations.run(dataSource(factory));
  }

  private static DataSource dataSource(SessionFactoryImplementor factory) {
    ConnectionProvider provider =
        factory.getServiceRegistry().requireService(ConnectionProvider.class);
    if (provider.isUnwrappableAs(DataSource.class)) {
      return provider.unwrap(DataSource.class);
    }
    throw new IllegalStateException(
        "Hibernate was given connections by "
            + provider.getClass().getName()
            + ", expected a data source to migrate.");
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // nothing was kept
  }
}
