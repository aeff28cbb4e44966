package magnus.persistence.cache;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is asked for in the first minutes of sessions. */
@Stateless
public class HabitRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public HabitRepository() {}

  /** For tests. */
  public HabitRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<StoredHabit> find(String shelf, String key) {
    return Optional.ofNullable(entities.find(HabitRow.class, new HabitRow.Key(shelf, key)))
        .map(HabitRow::toStored);
  }

  /** Puts all of them in the place of what was there. */
  public void put(List<StoredHabit> habits) {
    habits.forEach(h -> entities.merge(HabitRow.of(h)));
    entities.flush();
  }

  /** Those that would have cost the most waiting, first. */
  public List<StoredHabit> heaviest(int most) {
    return entities
        .createQuery(
            "select h from CacheHabitRow h order by h.weight * h.loadMillis desc, h.shelf,"
                + " h.entryKey",
            HabitRow.class)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(HabitRow::toStored)
        .toList();
  }

  /** Forgets what was not asked for since that session, or weighs less. */
  public int prune(LocalDate before, double weight) {
    return entities
        .createQuery("delete from CacheHabitRow h where h.session < :before or h.weight < :weight")
        .setParameter("before", before)
        .setParameter("weight", weight)
        .executeUpdate();
  }
}
