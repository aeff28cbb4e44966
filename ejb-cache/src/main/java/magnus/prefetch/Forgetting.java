package magnus.prefetch;

import java.util.UUID;

/** Who has learned from visits and must unlearn; registered with {@link Behavior}. */
public interface Forgetting {

  /**
   * All that the user did has been deleted, or he withdrew.
   *
   * @param taught whether models were taught some of it
   */
  void forgotten(UUID account, boolean taught);
}
