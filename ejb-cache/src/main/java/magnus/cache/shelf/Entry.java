package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.freshness.Lifespan;

/**
 * One value on a shelf with its history. The value and its encoded bytes are the same thing; nodes
 * exchange the bytes, and how often its key had been asked for before. The count of accesses to the
 * entry is this node's own.
 */
public final class Entry<V> {

  private final V value;
  private final byte[] bytes;
  private final Instant asOf;
  private final Lifespan lifespan;
  private final Set<Ingredient> madeFrom;
  private final String version;
  private final Duration loadTime;
  private final String loadedBy;
  private final String loadedFor;
  private volatile long freshUntilMillis;
  private final long asOfMillis;
  private final AtomicInteger accesses = new AtomicInteger();
  private volatile AccessRate rate = AccessRate.UNKNOWN;

  /**
   * @param bytes the encoded value
   * @param asOf market time at which the source was asked
   * @param loadedBy the node
   * @param loadedFor why: a request, an event, warming
   */
  public Entry(
      V value,
      byte[] bytes,
      Instant asOf,
      Lifespan lifespan,
      Set<Ingredient> madeFrom,
      String version,
      Duration loadTime,
      String loadedBy,
      String loadedFor) {
    this.value = value;
    this.bytes = bytes;
    this.asOf = asOf;
    this.lifespan = lifespan;
    this.madeFrom = Set.copyOf(madeFrom);
    this.version = version;
    this.loadTime = loadTime;
    this.loadedBy = loadedBy;
    this.loadedFor = loadedFor;
    this.asOfMillis = asOf.toEpochMilli();
    this.freshUntilMillis = asOfMillis + lifespan.duration().toMillis();
  }

  public V value() {
    return value;
  }

  public byte[] bytes() {
    return bytes;
  }

  public Instant asOf() {
    return asOf;
  }

  public Lifespan lifespan() {
    return lifespan;
  }

  public Set<Ingredient> madeFrom() {
    return madeFrom;
  }

  public String version() {
    return version;
  }

  public Duration loadTime() {
    return loadTime;
  }

  public String loadedBy() {
    return loadedBy;
  }

  public String loadedFor() {
    return loadedFor;
  }

  /** Market time since the source was asked. */
  public Duration age(Instant now) {
    return Duration.between(asOf, now);
  }

  /**
   * Market milliseconds past its lifespan; 0 or less while it is fresh. An entry from the future,
   * which a replay that was set back leaves behind, is past everything: it must not be served.
   */
  long overdueMillis(long nowMillis) {
    return nowMillis < asOfMillis ? Long.MAX_VALUE : nowMillis - freshUntilMillis;
  }

  /** As it is handed out. */
  Served<V> served(Served.How how, Instant now) {
    return new Served<>(value, how, asOf, age(now), lifespan.duration(), version);
  }

  /** Market time at which it stops being fresh. */
  public Instant freshUntil() {
    return Instant.ofEpochMilli(freshUntilMillis);
  }

  /** It is known to be wrong: on this node it is fresh no longer. */
  public synchronized void endFreshness(Instant now) {
    freshUntilMillis = Math.min(freshUntilMillis, now.toEpochMilli() - 1);
  }

  void touch() {
    accesses.lazySet(accesses.getPlain() + 1);
  }

  /** How often this node served it; a racing count may be lost, which no figure depends on. */
  public int accesses() {
    return accesses.get();
  }

  /**
   * How often the key had been asked for when this entry was loaded: what the node that loaded it
   * knew, and on another what that one counted of the entry before.
   */
  public AccessRate rate() {
    return rate;
  }

  /**
   * How often its key is asked for on this node, by market time, its predecessors' counts faded.
   */
  public double accessesPerSecond(Instant now) {
    return rate.and(accesses.get(), age(now).toMillis() / 1000.0).perSecond();
  }

  /** Accesses a second that were known of when it was loaded; 0 where unknown. */
  public double rateWhenLoaded() {
    return rate.perSecond();
  }

  /** To be told before anybody has the entry. */
  public void learnt(AccessRate known) {
    this.rate = known;
  }

  /** What it weighs: encoded bytes and a share for what surrounds them. */
  public long weight() {
    return bytes.length + 200L;
  }
}
