package magnus.persistence.statement;

import org.hibernate.BaseSessionEventListener;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Hibernate when a session runs a statement. The session's events do not say which one
 * it is, and the inspector does not say when it runs; both are told on the session's thread, one
 * statement after the other, so the last text that was inspected is the one that runs.
 */
public final class StatementClock extends BaseSessionEventListener {

  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<@Nullable String> PREPARED = new ThreadLocal<>();

  private long began;

  /** Sees the text of each statement before it is prepared; changes none. */
  public static final class Inspector implements StatementInspector {
    private static final long serialVersionUID = 1L;

    @Override
    public String inspect(String sql) {
      PREPARED.set(sql);
      return sql;
    }
  }

  @Override
  public void jdbcExecuteStatementStart() {
    began = System.nanoTime();
  }

  @Override
  public void jdbcExecuteStatementEnd() {
    ended();
  }

  @Override
  public void jdbcExecuteBatchStart() {
    began = System.nanoTime();
  }

  @Override
  public void jdbcExecuteBatchEnd() {
    ended();
  }

  private void ended() {
    String sql = PREPARED.get();
    if (sql != null) {
      StatementBook.ofThisServer().ran(sql, System.nanoTime() - began);
    }
  }
}
