package magnus.cache.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import magnus.cache.Occurrence;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Takes occurrences in, on every node: remembers them so that loads under way are not kept, finds
 * the entries that they touch by the index, and drops those that the decision calls wrong.
 */
public final class EventDesk {

  private final EntryIndex index;
  private final Horizon horizon;
  private final EventChannel channel;
  private final Supplier<Decision> decision;
  private final Function<String, @Nullable CachedShelf<?, ?>> shelves;
  private final LongSupplier ticker;

  /** An entry that an occurrence touched, and what became of it. */
  public record Touched(EntryIndex.Place place, Decision.Decided decided) {}

  /**
   * What an occurrence reached on this node.
   *
   * @param took from its being told here until the last entry was gone on all nodes
   */
  public record Reach(Occurrence occurrence, List<Touched> touched, Duration took) {

    public Reach {
      touched = List.copyOf(touched);
    }

    /** How many entries were dropped. */
    public long dropped() {
      return touched.stream().filter(t -> t.decided().verdict() == Decision.Verdict.DROP).count();
    }
  }

  public EventDesk(
      EntryIndex index,
      Horizon horizon,
      EventChannel channel,
      Supplier<Decision> decision,
      Function<String, @Nullable CachedShelf<?, ?>> shelves,
      LongSupplier ticker) {
    this.index = index;
    this.horizon = horizon;
    this.channel = channel;
    this.decision = decision;
    this.shelves = shelves;
    this.ticker = ticker;
    channel.subscribe(this::act);
  }

  /** Something happened, and this node is the first to know. */
  public Reach raise(Occurrence occurrence) {
    long began = ticker.getAsLong();
    horizon.tell(occurrence);
    List<Touched> touched = examine(occurrence);
    // The others are told before anything is dropped: each knows then why its entry went.
    channel.publish(occurrence);
    drop(occurrence, touched);
    return new Reach(occurrence, touched, Duration.ofNanos(ticker.getAsLong() - began));
  }

  private void act(Occurrence occurrence) {
    horizon.tell(occurrence);
    drop(occurrence, examine(occurrence));
  }

  private List<Touched> examine(Occurrence occurrence) {
    Decision now = decision.get();
    List<Touched> touched = new ArrayList<>();
    for (EntryIndex.Place place : index.find(occurrence.touched())) {
      CachedShelf<?, ?> shelf = shelves.apply(place.shelf());
      Entry<?> entry = shelf == null ? null : shelf.find(place.key()).orElse(null);
      if (entry != null) {
        touched.add(new Touched(place, now.decide(occurrence, place.shelf(), place.key(), entry)));
      }
    }
    return touched;
  }

  private void drop(Occurrence occurrence, List<Touched> touched) {
    for (Touched t : touched) {
      CachedShelf<?, ?> shelf = shelves.apply(t.place().shelf());
      if (shelf != null && t.decided().verdict() == Decision.Verdict.DROP) {
        shelf.dropText(
            t.place().key(),
            occurrence.kind() + " at " + occurrence.at() + ": " + t.decided().why());
      }
    }
  }
}
