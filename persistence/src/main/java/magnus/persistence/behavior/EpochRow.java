package magnus.persistence.behavior;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of {@code behavior_epoch}. */
@Entity(name = "BehaviorEpochRow")
@Table(name = "behavior_epoch")
class EpochRow {

  static final int ONLY = 1;

  @Id int id;

  @Column(nullable = false)
  long epoch;
}
