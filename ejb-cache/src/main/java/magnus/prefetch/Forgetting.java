package magnus.prefetch;

import java.util.UUID;

/** Who has learned from visits and must unlearn; registered with {@link Behavior}. */
public interface Forgetting {

  /** All that the user did has been deleted. */
  void forgotten(UUID account);
}
