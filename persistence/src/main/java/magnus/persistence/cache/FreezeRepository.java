package magnus.persistence.cache;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Shelves with a fixed lifespan. */
@Stateless
public class FreezeRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public FreezeRepository() {}

  /** For tests. */
  public FreezeRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** All of them. */
  public List<StoredFreeze> all() {
    return entities
        .createQuery("select f from CacheFreezeRow f order by f.shelf", FreezeRow.class)
        .getResultList()
        .stream()
        .map(FreezeRow::toStored)
        .toList();
  }

  /** Fixes one, in the place of what was fixed before. */
  public void put(StoredFreeze freeze) {
    entities.merge(FreezeRow.of(freeze));
    entities.flush();
  }

  /** Lets a shelf's lifespan go free; false when it was. */
  public boolean remove(String shelf) {
    return entities
            .createQuery("delete from CacheFreezeRow f where f.shelf = :shelf")
            .setParameter("shelf", shelf)
            .executeUpdate()
        > 0;
  }
}
