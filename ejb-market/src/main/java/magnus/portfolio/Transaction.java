package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a portfolio's history. Never changed once stored. The ledger checks that it makes
 * sense where it stands; the record itself only that it can be read.
 *
 * @param id also the id of the lot that it opens
 * @param date trade date, by which it counts
 * @param settlement where the source tells it
 * @param type what it does
 * @param symbol ticker in upper case; the OCC symbol for an option; null where only cash moves
 * @param option the contract, where it is one
 * @param quantity shares or contracts; positive unless the type says otherwise, 0 where only cash
 *     moves
 * @param price per share, as traded (an option's price too is per share of the underlying); null
 *     where unknown
 * @param fees commissions and fees of the trade, positive, already inside {@code amount}
 * @param amount effect on cash, fees included: negative when money goes out. This is the truth of
 *     basis and proceeds; price and fees explain it
 * @param currency ISO 4217
 * @param ratio new shares per old share, for a split
 * @param lots chosen lots, for a sale by specific identification; else empty
 * @param note the source's own words; may be empty
 * @param line line of the file it was read from, from 1; 0 where there is none
 * @param fingerprint recognises the same row of a source when it is imported again; null for one
 *     entered by hand
 * @param importId the import that brought it; null for one entered by hand or not stored yet
 */
public record Transaction(
    UUID id,
    LocalDate date,
    @Nullable LocalDate settlement,
    TransactionType type,
    @Nullable String symbol,
    @Nullable OptionContract option,
    BigDecimal quantity,
    @Nullable BigDecimal price,
    BigDecimal fees,
    BigDecimal amount,
    String currency,
    @Nullable BigDecimal ratio,
    List<LotChoice> lots,
    String note,
    int line,
    @Nullable String fingerprint,
    @Nullable UUID importId) {

  public Transaction {
    lots = List.copyOf(lots);
  }

  /** A draft of a transaction of that type and day, in USD with nothing else filled in. */
  public static TransactionDraft draft(TransactionType type, LocalDate date) {
    return new TransactionDraft(type, date);
  }

  public Optional<String> findSymbol() {
    return Optional.ofNullable(symbol);
  }

  /** Shares of the underlying per unit of quantity: an option's multiplier, else 1. */
  public int multiplier() {
    return option == null ? 1 : option.multiplier();
  }
}
