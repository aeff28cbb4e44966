package magnus.persistence.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list as it was drawn.
 *
 * @param shownAt wall time
 * @param marketAt market time
 * @param policy which ranking drew it
 * @param context all alternatives as JSON
 * @param cards its places in order
 */
public record StoredList(
    UUID id,
    UUID account,
    Instant shownAt,
    Instant marketAt,
    String policy,
    String context,
    List<StoredCard> cards) {

  public StoredList {
    cards = List.copyOf(cards);
  }
}
