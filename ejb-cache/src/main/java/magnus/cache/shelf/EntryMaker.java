package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.CRC32C;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of a value: what it is made from, how long it lives, how often it is asked for.
 */
final class EntryMaker<K, V> {

  private final ShelfPlan<K, V> plan;
  private final Surroundings around;
  private final ShelfFigures figures;
  private final RideAlong riders;

  EntryMaker(ShelfPlan<K, V> plan, Surroundings around, ShelfFigures figures, RideAlong riders) {
    this.plan = plan;
    this.around = around;
    this.figures = figures;
    this.riders = riders;
  }

  /** What an entry holds: a value as it is written, and what it is made from. */
  record Content<V>(V value, byte[] bytes, Set<Ingredient> madeFrom) {}

  /** May throw whatever the shelf's plan does where the value is not what it should be. */
  Content<V> content(K key, V value) {
    return new Content<>(value, plan.codec().encode(value), madeFrom(key, value));
  }

  /**
   * @param old what it takes the place of
   * @param took how long the source took
   */
  Entry<V> make(
      K key,
      Content<V> content,
      Instant asOf,
      @Nullable Entry<V> old,
      Duration took,
      String reason) {
    V value = content.value;
    Set<Ingredient> madeFrom = content.madeFrom;
    byte[] bytes = content.bytes;
    AccessRate rate = rate(old, asOf, isAsked(reason));
    boolean watched = around.notes().watches(plan, key, value, asOf);
    Lifespan lifespan =
        around.policy().get().choose(question(madeFrom, asOf, rate.perSecond(), took, watched));
    Entry<V> entry =
        new Entry<>(
            value, bytes, asOf, lifespan, madeFrom, version(bytes), took, around.node(), reason);
    entry.learnt(rate);
    return entry;
  }

  LifespanQuestion question(
      Set<Ingredient> madeFrom, Instant asOf, double perSecond, Duration took, boolean watched) {
    LifespanQuestion.Company company =
        plan.rides()
            ? new LifespanQuestion.Company(riders.askedPerSecond(figures.asked(), asOf))
            : LifespanQuestion.Company.NONE;
    return new LifespanQuestion(
        plan.name(), plan.type(), madeFrom, asOf, perSecond, took, company, watched);
  }

  private Set<Ingredient> madeFrom(K key, V value) {
    Set<Ingredient> madeFrom = new HashSet<>(plan.madeFrom().apply(key, value));
    if (plan.type().movesWithPrices()) {
      madeFrom.add(Ingredient.WHOLE_MARKET);
    }
    return madeFrom;
  }

  /** Whether somebody waits for the load, or has just been served what it replaces. */
  private static boolean isAsked(String reason) {
    return reason.equals(Loads.REQUEST);
  }

  /** The accesses to the entry before and the one that asks for this load, where one does. */
  private static AccessRate rate(@Nullable Entry<?> old, Instant now, boolean asked) {
    return old == null
        ? AccessRate.UNKNOWN
        : old.rate().and(old.accesses() + (asked ? 1 : 0), old.age(now).toMillis() / 1000.0);
  }

  /** The checksum of the content (CRC-32C) and its length: good enough to tell two apart. */
  private static String version(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return HexFormat.of().toHexDigits(sum.getValue(), 8) + "-" + Integer.toHexString(bytes.length);
  }
}
