package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar year's sales in all of an owner's accounts come to for US tax, wash sales taken
 * into account (26 USC 1091). Only what is held in US dollars.
 *
 * @param shortTerm net short-term gain that counts
 * @param longTerm net long-term gain that counts
 * @param disallowed losses that do not count now
 * @param lostForGood the part of them that never will, since an IRA bought
 * @param sales in order; one for each part with a basis of its own
 * @param washes the matched losses
 * @param windows days on which buying or selling at a loss would wash
 * @param missing what could not be taken into account
 */
public record TaxYear(
    int year,
    BigDecimal shortTerm,
    BigDecimal longTerm,
    BigDecimal disallowed,
    BigDecimal lostForGood,
    List<Sale> sales,
    List<Wash> washes,
    List<Window> windows,
    List<Missing> missing) {

  public TaxYear {
    sales = List.copyOf(sales);
    washes = List.copyOf(washes);
    windows = List.copyOf(windows);
    missing = List.copyOf(missing);
  }

  /**
   * One line of Form 8949.
   *
   * @param acquired where the holding period begins; null where unknown
   * @param basis with losses that were added to it; null where unknown
   * @param counts null where unknown; 0 in a retirement account
   */
  public record Sale(
      String account,
      String symbol,
      @Nullable LocalDate acquired,
      LocalDate sold,
      BigDecimal quantity,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal basis,
      BigDecimal disallowed,
      @Nullable BigDecimal counts,
      RealisedGain.Term term) {}

  /**
   * A loss and what it was matched with.
   *
   * @param replacement symbol of what was bought
   * @param account in which it was bought
   */
  public record Wash(
      UUID closing,
      String symbol,
      LocalDate sold,
      BigDecimal quantity,
      BigDecimal loss,
      String replacement,
      String account,
      LocalDate bought,
      boolean forGood) {}

  /**
   * What to keep clear of.
   *
   * @param until the last day of it
   * @param words what happened and what to leave
   */
  public record Window(String symbol, Kind kind, LocalDate until, String words) {
    /** Which way. */
    public enum Kind {
      /** A loss was taken: buying would wash it. */
      DO_NOT_BUY,
      /** Shares were bought: selling others at a loss would be washed. */
      DO_NOT_SELL_AT_A_LOSS
    }
  }
}
