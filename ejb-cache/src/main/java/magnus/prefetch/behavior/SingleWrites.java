package magnus.prefetch.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Writes the items of a batch that failed one by one: what alone cannot be written is lost, so that
 * it does not hold up the others; where the database is away, all that is left waits for it.
 *
 * @param <T> what is written
 */
public final class SingleWrites<T> {

  private final ToIntFunction<List<T>> write;
  private final BooleanSupplier isThere;

  /**
   * @param write tells how much of a list was kept; throws where it cannot be written
   * @param isThere whether the database answers at all
   */
  public SingleWrites(ToIntFunction<List<T>> write, BooleanSupplier isThere) {
    this.write = write;
    this.isThere = isThere;
  }

  /**
   * What became of a batch.
   *
   * @param tried how many were written, of which so many were kept
   */
  public record Outcome<T>(int tried, int kept, List<T> lost, List<T> waiting) {}

  /** Writes them in their order. */
  public Outcome<T> write(List<T> batch) {
    List<T> failed = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < batch.size(); i++) {
      try {
        kept += write.applyAsInt(List.of(batch.get(i)));
      } catch (RuntimeException e) {
        if (!isThere.getAsBoolean()) {
          return new Outcome<>(
              i - failed.size(), kept, failed, List.copyOf(batch.subList(i, batch.size())));
        }
        failed.add(batch.get(i));
      }
    }
    // It answers, but takes nothing: read-only, or full.
    return failed.size() == batch.size()
        ? new Outcome<>(0, 0, List.of(), failed)
        : new Outcome<>(batch.size() - failed.size(), kept, failed, List.of());
  }
}
