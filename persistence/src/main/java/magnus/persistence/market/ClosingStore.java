package magnus.persistence.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest closes of all symbols, kept so that quotes need not be made from bars. One statement
 * answers, and with it whether the answer still is true: closes made from another version of what
 * was imported are not found.
 */
@Stateless
public class ClosingStore {

  private static final String TRUE_STILL =
      "from MarketTurnRow t join MarketClosingRow h on h.version = t.version";

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public ClosingStore() {}

  /** For tests. */
  public ClosingStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Which closings are kept and true; empty where none are. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<StoredClosings> kept() {
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredClosings(h.version, h.known, h.symbols,"
                + " h.madeAt, h.millis, h.statements) "
                + TRUE_STILL,
            StoredClosings.class)
        .getResultStream()
        .findFirst();
  }

  /**
   * The closes of these symbols as a day knew them, without those that had no price. Empty where no
   * closings of that day are kept, or they are true no more.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Map<String, StoredClosing>> find(Collection<String> symbols, LocalDate known) {
    if (symbols.isEmpty()) {
      return Optional.empty();
    }
    return answer(
        entities
            .createQuery(
                "select h.symbols, c "
                    + TRUE_STILL
                    + " left join MarketClosingPriceRow c on c.symbol in :symbols"
                    + " where h.known = :known",
                Object[].class)
            .setParameter("symbols", symbols)
            .setParameter("known", known)
            .getResultList());
  }

  /** The closes of all symbols, as above. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Map<String, StoredClosing>> all(LocalDate known) {
    return answer(
        entities
            .createQuery(
                "select h.symbols, c "
                    + TRUE_STILL
                    + " left join MarketClosingPriceRow c on 1 = 1 where h.known = :known",
                Object[].class)
            .setParameter("known", known)
            .getResultList());
  }

  private static Optional<Map<String, StoredClosing>> answer(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, StoredClosing> found = new HashMap<>();
    for (Object[] row : rows) {
      if (row[1] != null) {
        StoredClosing closing = ((ClosingRow) row[1]).toStored();
        found.put(closing.symbol(), closing);
      }
    }
    return Optional.of(found);
  }

  /** Keeps closings in the place of those that were kept before. */
  public void keep(StoredClosings about, Collection<StoredClosing> closings) {
    drop();
    ClosingsRow row = new ClosingsRow();
    row.id = ClosingsRow.ONLY;
    row.version = about.version();
    row.known = about.known();
    row.symbols = about.symbols();
    row.madeAt = about.madeAt();
    row.millis = about.millis();
    row.statements = about.statements();
    entities.persist(row);
    closings.forEach(c -> entities.persist(ClosingRow.of(c)));
    entities.flush();
    entities.clear();
  }

  /** Keeps none any more. */
  public void drop() {
    entities.createQuery("delete from MarketClosingRow h").executeUpdate();
    entities.createQuery("delete from MarketClosingPriceRow c").executeUpdate();
  }
}
