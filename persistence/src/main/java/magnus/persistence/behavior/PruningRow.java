package magnus.persistence.behavior;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of {@code behavior_pruning}. */
@Entity(name = "BehaviorPruningRow")
@Table(name = "behavior_pruning")
class PruningRow {

  static final int ONLY = 1;

  @Id int id;

  @Column(name = "pruned_at", nullable = false)
  Instant prunedAt;
}
