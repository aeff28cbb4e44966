package magnus.recommendation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What following the advice made, or would have made, since it was answered.
 *
 * @param to last close that counts
 * @param finished whether its time is over: nothing changes any more
 * @param amount the legs' gain over the time, costs and taxes aside
 * @param low with {@code high} the 95 % interval of what could be luck around the amount
 * @param distinguishable whether chance alone would hardly have done it
 * @param verdict the same in words
 */
public record FollowUp(
    LocalDate from,
    LocalDate to,
    boolean finished,
    BigDecimal amount,
    BigDecimal low,
    BigDecimal high,
    String currency,
    boolean distinguishable,
    String verdict) {

  static final String LUCK = "not distinguishable from chance";

  static String words(boolean distinguishable, double amount) {
    if (!distinguishable) {
      return LUCK;
    }
    return amount > 0 ? "better than chance explains" : "worse than chance explains";
  }
}
