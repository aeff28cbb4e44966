package magnus.cache.shelf;

import java.util.concurrent.CompletableFuture;
import magnus.basics.result.Result;
import magnus.cache.Served;

/**
 * A key that is to be loaded, and the promise of its value that all who ask for it meanwhile share.
 *
 * @param rides whether it comes along with what others asked for
 */
record Wanted<K, V>(
    K key, String text, boolean rides, CompletableFuture<Result<Served<V>>> promise) {

  static <K, V> Wanted<K, V> of(K key, String text, boolean rides) {
    return new Wanted<>(key, text, rides, new CompletableFuture<>());
  }
}
