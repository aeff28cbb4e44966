package magnus.cache.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Watches prices and volumes as they come, remembers the last hour of each symbol, and says when
 * one moved or was traded more than usual.
 */
public final class PriceWatch implements PriceMemory {

  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final Duration APART = Duration.ofSeconds(1);
  private static final int MOST_SYMBOLS = 20_000;
  private static final double SESSION_SECONDS = Duration.ofMinutes(390).toSeconds();

  private final double sigmas;
  private final Map<String, Watched> symbols = new ConcurrentHashMap<>();

  private record Seen(Instant at, double price) {}

  private static final class Watched {
    private final Deque<Seen> seen = new ArrayDeque<>();
    private @Nullable Seen reference;
    private boolean spiked;
    private java.time.@Nullable LocalDate day;
  }

  /**
   * @param sigmas standard deviations of the time since the last one from which a move is told
   */
  public PriceWatch(double sigmas) {
    this.sigmas = sigmas;
  }

  /**
   * A price was seen.
   *
   * @param dailyVolatility standard deviation of daily log returns; 0 where unknown
   * @return a move to be told, with {@code move}, {@code move_sigmas} and {@code daily_volatility}
   */
  public Optional<Occurrence> price(
      String symbol, double price, double dailyVolatility, Instant at) {
    if (!(price > 0) || (symbols.size() >= MOST_SYMBOLS && !symbols.containsKey(symbol))) {
      return Optional.empty();
    }
    Watched watched = symbols.computeIfAbsent(symbol, s -> new Watched());
    synchronized (watched) {
      Seen now = new Seen(at, price);
      remember(watched, now);
      Seen reference = watched.reference;
      if (reference == null || at.isBefore(reference.at())) {
        watched.reference = now;
        return Optional.empty();
      }
      if (dailyVolatility <= 0) {
        return Optional.empty();
      }
      double seconds = Math.max(5, Duration.between(reference.at(), at).toMillis() / 1000.0);
      double allowed = dailyVolatility * Math.sqrt(Math.min(1, seconds / SESSION_SECONDS));
      double move = Math.log(price / reference.price());
      if (Math.abs(move) <= sigmas * allowed) {
        return Optional.empty();
      }
      watched.reference = now;
      return Optional.of(
          new Occurrence(
              Occurrence.Kind.PRICE_MOVE,
              Set.of(Ingredient.symbol(symbol)),
              at,
              Map.of(
                  "move", move,
                  "move_sigmas", Math.abs(move) / allowed,
                  "daily_volatility", dailyVolatility),
              "price watch"));
    }
  }

  private static void remember(Watched watched, Seen now) {
    Seen last = watched.seen.peekLast();
    if (last != null && now.at().isBefore(last.at())) {
      // Market time was set back: what was seen is the future now.
      watched.seen.clear();
      watched.reference = null;
    }
    last = watched.seen.peekLast();
    if (last != null && Duration.between(last.at(), now.at()).compareTo(APART) < 0) {
      watched.seen.removeLast();
      watched.seen.addLast(new Seen(last.at(), now.price()));
    } else {
      watched.seen.addLast(now);
    }
    while (watched.seen.size() > 1
        && Duration.between(watched.seen.getFirst().at(), now.at()).compareTo(REMEMBERED) > 0) {
      watched.seen.removeFirst();
    }
  }

  /**
   * The volume of a session so far was seen; told once per symbol and session.
   *
   * @param usual volume that is usual until this time of the session
   */
  public Optional<Occurrence> volume(
      String symbol, double volume, double usual, java.time.LocalDate session, Instant at) {
    if (!(usual > 0) || !(volume > RuleDecision.VOLUME_RATIO * usual)) {
      return Optional.empty();
    }
    Watched watched = symbols.computeIfAbsent(symbol, s -> new Watched());
    synchronized (watched) {
      if (watched.spiked && session.equals(watched.day)) {
        return Optional.empty();
      }
      watched.spiked = true;
      watched.day = session;
    }
    return Optional.of(
        new Occurrence(
            Occurrence.Kind.HIGH_VOLUME_SPIKE,
            Set.of(Ingredient.symbol(symbol)),
            at,
            Map.of("volume_ratio", volume / usual),
            "volume watch"));
  }

  @Override
  public OptionalDouble moveSince(String symbol, Instant then) {
    Watched watched = symbols.get(symbol);
    if (watched == null) {
      return OptionalDouble.empty();
    }
    synchronized (watched) {
      Seen last = watched.seen.peekLast();
      Seen at = null;
      for (Iterator<Seen> i = watched.seen.descendingIterator(); i.hasNext(); ) {
        Seen seen = i.next();
        at = seen;
        if (!seen.at().isAfter(then)) {
          break;
        }
      }
      if (last == null || at == null || at.at().isAfter(then.plus(APART))) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(Math.log(last.price() / at.price()));
    }
  }
}
