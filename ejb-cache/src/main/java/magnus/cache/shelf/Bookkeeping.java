package magnus.cache.shelf;

import magnus.cache.event.EntryIndex;
import magnus.cache.event.EntryIndex.Place;

/** Keeps the index true to the store, and counts departures that nobody on this node caused. */
final class Bookkeeping<V> implements EntryStore.Witness<V> {

  private final String shelf;
  private final EntryStore<V> store;
  private final EntryIndex index;
  private final ShelfFigures figures;
  private final Surroundings.Notes notes;
  private final RideAlong riders;

  Bookkeeping(
      String shelf,
      EntryStore<V> store,
      EntryIndex index,
      ShelfFigures figures,
      Surroundings.Notes notes,
      RideAlong riders) {
    this.shelf = shelf;
    this.store = store;
    this.index = index;
    this.figures = figures;
    this.notes = notes;
    this.riders = riders;
  }

  @Override
  public void stored(String key, Entry<V> entry) {
    Place place = new Place(shelf, key);
    index.changed(place, () -> madeFrom(key));
    riders.stored(key, entry);
    notes.stored(place, entry);
  }

  @Override
  public void gone(String key, EntryStore.Departure how) {
    Place place = new Place(shelf, key);
    index.changed(place, () -> madeFrom(key));
    riders.gone(key);
    notes.gone(place, how);
    switch (how) {
      case EXPIRED -> figures.expired.increment();
      case EVICTED -> figures.evicted.increment();
      case REMOVED -> {}
    }
  }

  @Override
  public void unreadable(String key) {
    figures.unreadable.increment();
  }

  private java.util.@org.jspecify.annotations.Nullable Set<magnus.cache.Ingredient> madeFrom(
      String key) {
    Entry<V> entry = store.findHere(key);
    return entry == null ? null : entry.madeFrom();
  }
}
