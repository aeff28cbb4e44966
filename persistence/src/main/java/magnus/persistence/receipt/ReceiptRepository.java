package magnus.persistence.receipt;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Receipts by owner and key. */
@Stateless
public class ReceiptRepository {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public ReceiptRepository() {}

  /** For tests. */
  public ReceiptRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<StoredReceipt> find(UUID owner, String requestKey) {
    return Optional.ofNullable(
            entities.find(ReceiptRow.class, new ReceiptRow.Key(owner, requestKey)))
        .map(ReceiptRow::toStored);
  }

  /**
   * Adds one; fails where the owner has one of that key, also one that is being added at the same
   * time.
   */
  public void add(StoredReceipt receipt) {
    entities.persist(ReceiptRow.of(receipt));
    entities.flush();
  }

  /** Tells the answer of one that was added before the work was done. */
  public void complete(StoredReceipt receipt) {
    entities.merge(ReceiptRow.of(receipt));
    entities.flush();
  }

  /** Removes those made before that. */
  public void prune(Instant before) {
    entities
        .createQuery("delete from WriteReceiptRow r where r.createdAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
