package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import magnus.portfolio.OptionContract;
import org.jspecify.annotations.Nullable;

/**
 * What must have been held before the history begins, at unknown cost.
 *
 * @param quantity positive, at the count of shares before all splits of the history
 */
public record Opening(LotKey key, @Nullable OptionContract option, BigDecimal quantity) {

  /** The id of the opening lot of a symbol: the same each time that it is worked out. */
  static UUID lotId(LotKey key) {
    String name = "opening:" + key.symbol() + ":" + key.currency() + ":" + key.written();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  OpenLot toLot() {
    return new OpenLot(lotId(key), option, null, quantity, null);
  }
}
