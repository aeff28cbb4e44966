package magnus.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/**
 * Everything that a shelf needs to know about its values.
 *
 * @param name of the shelf and of its cache in the server's configuration
 * @param keys how keys are written
 * @param loader gives one value
 * @param batch gives many in one call, where the source can
 * @param madeFrom what an entry is made from
 * @param checks what the shelf makes of values
 * @param grace for what is past its lifespan
 * @param room how much may lie there
 */
public record ShelfPlan<K, V>(
    String name,
    DataType type,
    Keys<K> keys,
    Loader<K, V> loader,
    Optional<Batch<K, V>> batch,
    BiFunction<K, V, Set<Ingredient>> madeFrom,
    Codec<V> codec,
    Checks<K, V> checks,
    Grace grace,
    Room room) {

  /**
   * How keys are written.
   *
   * @param text writes a key, one-to-one
   * @param parse reads a key's text
   */
  public record Keys<K>(Function<K, String> text, Function<String, K> parse) {}

  /**
   * Many values in one call of the source.
   *
   * @param most keys in a call
   * @param rides whether a call takes other entries with it that are asked for and near their end
   */
  public record Batch<K, V>(BatchLoader<K, V> loader, int most, boolean rides) {

    public Batch {
      if (most < 1) {
        throw new IllegalArgumentException("a call of the source for " + most + " keys");
      }
    }
  }

  /**
   * What the shelf makes of values.
   *
   * @param sound whether a value that the source gave can be believed; one that cannot is a failure
   * @param error by how much the first value is wrong when the second is true, in the data type's
   *     unit; never negative
   * @param exposure how a value moves with prices; none where that is not known
   */
  public record Checks<K, V>(
      Predicate<V> sound,
      ToDoubleBiFunction<V, V> error,
      BiFunction<K, V, List<Exposure>> exposure) {}

  /**
   * For what is past its lifespan.
   *
   * @param whileRevalidating how long past its lifespan a value is served while a new one is loaded
   * @param onError how long past its lifespan a value is served when the source fails or is slow
   * @param patience how long a caller waits for the source where an old value could be served
   * @param failureMemory how long a failure is answered without asking the source again
   */
  public record Grace(
      Duration whileRevalidating, Duration onError, Duration patience, Duration failureMemory) {

    private static final Grace USUAL =
        new Grace(Duration.ZERO, Duration.ofHours(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /**
   * How much may lie there.
   *
   * @param entries how many at most
   * @param bytes how many encoded bytes at most, over all entries
   */
  public record Room(int entries, long bytes) {

    private static final Room USUAL = new Room(10_000, 64L << 20);

    public Room {
      if (entries < 1 || bytes < 1) {
        throw new IllegalArgumentException(
            "a shelf with room for " + entries + " entries and " + bytes + " bytes");
      }
    }
  }

  public ShelfPlan {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("shelf name '" + name + "' is not like option-chains");
    }
  }

  /** A plan with the usual bounds; the {@code with…} methods change them. */
  public static <V> ShelfPlan<String, V> of(
      String name,
      DataType type,
      Codec<V> codec,
      Loader<String, V> loader,
      BiFunction<String, V, Set<Ingredient>> madeFrom) {
    return of(name, type, Function.identity(), Function.identity(), codec, loader, madeFrom);
  }

  /** A plan with keys of one's own type. */
  public static <K, V> ShelfPlan<K, V> of(
      String name,
      DataType type,
      Function<K, String> key,
      Function<String, K> parse,
      Codec<V> codec,
      Loader<K, V> loader,
      BiFunction<K, V, Set<Ingredient>> madeFrom) {
    return new ShelfPlan<>(
        name,
        type,
        new Keys<>(key, parse),
        loader,
        Optional.empty(),
        madeFrom,
        codec,
        new Checks<>(
            value -> true,
            (served, truth) -> served.equals(truth) ? 0 : 1,
            (asked, value) -> List.of()),
        Grace.USUAL,
        Room.USUAL);
  }

  /** The same with other times of grace. */
  public ShelfPlan<K, V> withStale(Duration revalidating, Duration error) {
    return with(
        batch, checks, new Grace(revalidating, error, grace.patience, grace.failureMemory), room);
  }

  /** The same with another patience and memory of failures. */
  public ShelfPlan<K, V> withPatience(Duration wait, Duration memory) {
    return with(
        batch, checks, new Grace(grace.whileRevalidating, grace.onError, wait, memory), room);
  }

  /** The same with other bounds. */
  public ShelfPlan<K, V> withRoom(int mostEntries, long mostBytes) {
    return with(batch, checks, grace, new Room(mostEntries, mostBytes));
  }

  /** The same with a check of what the source gives. */
  public ShelfPlan<K, V> withSound(Predicate<V> check) {
    return with(batch, new Checks<>(check, checks.error, checks.exposure), grace, room);
  }

  /** The same with a measure of how wrong an old value is. */
  public ShelfPlan<K, V> withError(ToDoubleBiFunction<V, V> measure) {
    return with(batch, new Checks<>(checks.sound, measure, checks.exposure), grace, room);
  }

  /**
   * The same with how a value moves with prices: all that it moves with, or none. Values of type
   * {@link DataType#QUOTE} are prices themselves, which others are watched by.
   */
  public ShelfPlan<K, V> withExposure(BiFunction<K, V, List<Exposure>> exposure) {
    return with(batch, new Checks<>(checks.sound, checks.error, exposure), grace, room);
  }

  /** The same with a source that gives many values in one call. */
  public ShelfPlan<K, V> withBatch(int most, BatchLoader<K, V> many) {
    return with(Optional.of(new Batch<>(many, most, false)), checks, grace, room);
  }

  /** The same; moreover a call takes others with it that are asked for and near their end. */
  public ShelfPlan<K, V> withRiding(int most, BatchLoader<K, V> many) {
    return with(Optional.of(new Batch<>(many, most, true)), checks, grace, room);
  }

  private ShelfPlan<K, V> with(
      Optional<Batch<K, V>> calls, Checks<K, V> judged, Grace late, Room bounds) {
    return new ShelfPlan<>(name, type, keys, loader, calls, madeFrom, codec, judged, late, bounds);
  }

  /** A key as text. */
  public String text(K key) {
    return keys.text.apply(key);
  }

  /** Whether entries ride along with the calls of others. */
  public boolean rides() {
    return batch.isPresent() && batch.get().rides();
  }
}
