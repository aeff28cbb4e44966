package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.market.OptionChain.Right;

/**
 * A listed equity option.
 *
 * @param underlying ticker of what is delivered
 * @param expiry last day on which it can be exercised
 * @param strike price per share of the underlying, to the tenth of a cent
 * @param multiplier shares per contract, usually 100
 */
public record OptionContract(
    String underlying, LocalDate expiry, BigDecimal strike, Right right, int multiplier) {

  private static final Pattern OCC = Pattern.compile("([A-Z0-9./]{1,6}) *(\\d{6})([CP])(\\d{8})");
  private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final BigDecimal THOUSAND = new BigDecimal(1000);
  private static final BigDecimal DEAREST = new BigDecimal(100_000);

  public OptionContract {
    if (strike.signum() <= 0
        || strike.compareTo(DEAREST) >= 0
        || strike.stripTrailingZeros().scale() > 3) {
      throw new IllegalArgumentException(
          "strike " + strike + " is not between 0 and 100000 with 3 decimals");
    }
    if (multiplier <= 0) {
      throw new IllegalArgumentException("multiplier " + multiplier + " is not positive");
    }
    if (underlying.isEmpty() || underlying.length() > 6) {
      throw new IllegalArgumentException(
          "underlying '" + underlying + "' is not a ticker of 1 to 6 characters");
    }
    BigDecimal bare = strike.stripTrailingZeros();
    strike = bare.setScale(Math.max(2, bare.scale()));
  }

  /** A contract on 100 shares. */
  public static OptionContract of(
      String underlying, LocalDate expiry, BigDecimal strike, Right right) {
    return new OptionContract(underlying, expiry, strike, right, 100);
  }

  /**
   * Reads an OCC symbol, padded ({@code "AAPL 240119C00150000"}) or not ({@code
   * "AAPL240119C00150000"}).
   *
   * @return empty where the text is none
   */
  public static Optional<OptionContract> parseOcc(String text) {
    Matcher m = OCC.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          of(
              m.group(1),
              LocalDate.parse(m.group(2), SIX),
              new BigDecimal(m.group(4)).divide(THOUSAND),
              m.group(3).equals("C") ? Right.CALL : Right.PUT));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The symbol of the Options Clearing Corporation's Options Symbology Initiative without its
   * padding: underlying, expiry as yymmdd, C or P, strike × 1000 in eight digits ({@code
   * "AAPL240119C00150000"}).
   */
  public String symbol() {
    return underlying
        + SIX.format(expiry)
        + (right == Right.CALL ? "C" : "P")
        + String.format(Locale.ROOT, "%08d", strike.multiply(THOUSAND).longValueExact());
  }
}
