package magnus.cache;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/**
 * Everything that a shelf needs to know about its values.
 *
 * @param name of the shelf and of its cache in the server's configuration
 * @param key writes a key as text, one-to-one
 * @param parse reads a key's text
 * @param madeFrom what an entry is made from
 * @param sound whether a value that the source gave can be believed; one that cannot is a failure
 * @param error by how much the first value is wrong when the second is true, in the data type's
 *     unit; never negative
 * @param whileRevalidating how long past its lifespan a value is served while a new one is loaded
 * @param onError how long past its lifespan a value is served when the source fails or is slow
 * @param patience how long a caller waits for the source where an old value could be served
 * @param failureMemory how long a failure is answered without asking the source again
 * @param entries how many entries at most
 * @param bytes how many encoded bytes at most, over all entries
 */
public record ShelfPlan<K, V>(
    String name,
    DataType type,
    Function<K, String> key,
    Function<String, K> parse,
    Loader<K, V> loader,
    BiFunction<K, V, Set<Ingredient>> madeFrom,
    Codec<V> codec,
    Predicate<V> sound,
    ToDoubleBiFunction<V, V> error,
    Duration whileRevalidating,
    Duration onError,
    Duration patience,
    Duration failureMemory,
    int entries,
    long bytes) {

  public ShelfPlan {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("shelf name '" + name + "' is not like option-chains");
    }
    if (entries < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "shelf " + name + " has room for " + entries + " entries and " + bytes + " bytes");
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
        key,
        parse,
        loader,
        madeFrom,
        codec,
        value -> true,
        (served, truth) -> served.equals(truth) ? 0 : 1,
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        10_000,
        64L << 20);
  }

  /** The same with other times of grace. */
  public ShelfPlan<K, V> withStale(Duration revalidating, Duration error) {
    return new ShelfPlan<>(
        name,
        type,
        key,
        parse,
        loader,
        madeFrom,
        codec,
        sound,
        this.error,
        revalidating,
        error,
        patience,
        failureMemory,
        entries,
        bytes);
  }

  /** The same with another patience and memory of failures. */
  public ShelfPlan<K, V> withPatience(Duration wait, Duration memory) {
    return new ShelfPlan<>(
        name,
        type,
        key,
        parse,
        loader,
        madeFrom,
        codec,
        sound,
        error,
        whileRevalidating,
        onError,
        wait,
        memory,
        entries,
        bytes);
  }

  /** The same with other bounds. */
  public ShelfPlan<K, V> withRoom(int mostEntries, long mostBytes) {
    return new ShelfPlan<>(
        name,
        type,
        key,
        parse,
        loader,
        madeFrom,
        codec,
        sound,
        error,
        whileRevalidating,
        onError,
        patience,
        failureMemory,
        mostEntries,
        mostBytes);
  }

  /** The same with a check of what the source gives. */
  public ShelfPlan<K, V> withSound(Predicate<V> check) {
    return new ShelfPlan<>(
        name,
        type,
        key,
        parse,
        loader,
        madeFrom,
        codec,
        check,
        error,
        whileRevalidating,
        onError,
        patience,
        failureMemory,
        entries,
        bytes);
  }

  /** The same with a measure of how wrong an old value is. */
  public ShelfPlan<K, V> withError(ToDoubleBiFunction<V, V> measure) {
    return new ShelfPlan<>(
        name,
        type,
        key,
        parse,
        loader,
        madeFrom,
        codec,
        sound,
        measure,
        whileRevalidating,
        onError,
        patience,
        failureMemory,
        entries,
        bytes);
  }
}
