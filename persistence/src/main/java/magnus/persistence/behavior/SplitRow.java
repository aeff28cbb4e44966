package magnus.persistence.behavior;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of {@code prefetch_split}. */
@Entity(name = "PrefetchSplitRow")
@Table(name = "prefetch_split")
class SplitRow {

  static final int ONLY = 1;

  @Id int id;

  @Column(name = "comparison_name", nullable = false, length = 60)
  String name;

  @Column(name = "share_ahead", nullable = false)
  double share;

  @Column(name = "began_at", nullable = false)
  Instant beganAt;
}
