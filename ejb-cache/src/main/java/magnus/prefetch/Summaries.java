package magnus.prefetch;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What is kept ready in the place of statements: modules name theirs here at their start. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Summaries {

  private final List<Supplier<SummaryReport>> all = new CopyOnWriteArrayList<>();

  private final List<StoredSummary> stored = new CopyOnWriteArrayList<>();

  /** Names a summary. */
  public void register(Supplier<SummaryReport> summary) {
    all.add(summary);
  }

  /** Names one that is kept in tables. */
  public void register(StoredSummary summary) {
    stored.add(summary);
  }

  /** Those that are kept in tables. */
  public List<StoredSummary> stored() {
    return List.copyOf(stored);
  }

  /** Each as it stands on this node. */
  public List<SummaryReport> reports() {
    return all.stream().map(Supplier::get).toList();
  }
}
