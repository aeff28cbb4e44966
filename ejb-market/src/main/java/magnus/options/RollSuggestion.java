package magnus.options;

import java.time.LocalDate;
import java.util.List;
import magnus.market.OptionChain.Right;

/**
 * What could be done with an option that was sold. Prices are per share in dollars.
 *
 * @param days until its expiry
 * @param delta of the option
 * @param buyBack what closing it costs: the ask
 * @param timeValue what of that is not intrinsic
 * @param urgent whether one of the reasons to act holds
 * @param reason in words
 * @param rolls the best first; none where nothing pays a credit
 */
public record RollSuggestion(
    String symbol,
    Right right,
    LocalDate expiry,
    double strike,
    double contracts,
    double spot,
    int days,
    double delta,
    double buyBack,
    double timeValue,
    boolean urgent,
    String reason,
    List<Roll> rolls) {

  /**
   * A later option to sell instead.
   *
   * @param credit net of buying back, at bid and ask
   * @param creditPerDay over the days that it adds
   * @param breakEven with the credit of this roll alone
   * @param headline such as "45 DTE: roll for 1.20 credit"
   */
  public record Roll(
      LocalDate expiry,
      int days,
      double strike,
      double bid,
      double delta,
      double credit,
      double creditPerDay,
      double breakEven,
      double assignmentChance,
      String headline,
      String worstCase,
      String changesMind) {}
}
