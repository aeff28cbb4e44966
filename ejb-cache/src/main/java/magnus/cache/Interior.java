package magnus.cache;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.cache.desk.FrozenLifespans;
import magnus.cache.event.Departures;
import magnus.cache.freshness.LifespanPolicies;
import magnus.cache.shelf.CachedShelf;

/**
 * What {@link Shelves} is made of.
 *
 * @param open shelves by name
 * @param openings told the name of each shelf that is opened
 * @param members nodes that share the entries now
 * @param tell raises an occurrence, with what it reached
 */
record Interior(
    Map<String, CachedShelf<?, ?>> open,
    Departures departures,
    LifespanPolicies policies,
    FrozenLifespans frozen,
    List<Consumer<String>> openings,
    InstantSource market,
    String node,
    Supplier<List<String>> members,
    Function<Occurrence, OccurrenceReport> tell) {

  /** The shelf of that name, for those who may have made it up. */
  CachedShelf<?, ?> shelf(String name) {
    return Optional.<CachedShelf<?, ?>>ofNullable(open.get(name))
        .orElseThrow(() -> Refusal.unknown("shelf", name));
  }
}
