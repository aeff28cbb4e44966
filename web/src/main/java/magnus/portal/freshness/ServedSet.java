package magnus.portal.freshness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.result.Result;
import magnus.cache.Served;
import magnus.cache.Served.How;

/** What is said of many values of a shelf that one answer brings. */
final class ServedSet {

  /** From the best to the worst. */
  private static final List<How> ORDER =
      List.of(How.HIT, How.LOADED, How.STALE_WHILE_REVALIDATING, How.STALE_ON_ERROR);

  private ServedSet() {}

  /**
   * All as one.
   *
   * @param results at least one of them a value
   */
  static <K, V> Served<?> together(Map<K, Result<Served<V>>> results) {
    List<Served<V>> found =
        results.values().stream().map(Result::find).flatMap(Optional::stream).toList();
    Duration age = found.stream().map(Served::age).max(Comparator.naturalOrder()).orElseThrow();
    Duration left =
        found.stream()
            .map(one -> one.lifespan().minus(one.age()))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant asOf = found.stream().map(Served::asOf).min(Comparator.naturalOrder()).orElseThrow();
    How how =
        found.stream().map(Served::how).max(Comparator.comparing(ORDER::indexOf)).orElseThrow();
    return new Served<>(found, how, asOf, age, age.plus(left), version(results));
  }

  /** Whether some were there and others were loaded. */
  static <V> boolean isPartly(Collection<Served<V>> found) {
    long loaded = found.stream().filter(one -> one.how() == How.LOADED).count();
    return loaded > 0 && loaded < found.size();
  }

  /** Changes when any value does, and when one comes or goes. */
  private static <K, V> String version(Map<K, Result<Served<V>>> results) {
    String all =
        results.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().find().map(Served::version).orElse(""))
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
