package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import magnus.portfolio.TransactionType;

/**
 * What Ghostfolio's activities mean. Its columns have synonyms ({@code Code}, {@code Symbol},
 * {@code Ticker}); prices and quantities carry no sign; fees stand beside the price, not in it.
 */
final class GhostfolioRows {

  static final String[] DATE = {"date", "tradedate"};
  static final String[] SYMBOL = {"code", "symbol", "ticker"};
  static final String[] CURRENCY = {"ccy", "currency", "currencyprimary"};
  static final String[] QUANTITY = {"qty", "quantity", "shares", "units"};
  static final String[] PRICE = {"price", "unitprice", "tradeprice", "value"};
  static final String[] TYPE = {"action", "type", "buysell"};
  static final String[] FEE = {"fee", "commission", "ibcommission", "fees"};
  static final String[] NOTE = {"note", "comment"};

  private static final String EXPECTED_TYPE =
      "one of buy, sell, dividend, interest, fee, item, liability";
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z_]{1,40}");

  private GhostfolioRows() {}

  static StatementRow read(Fields fields, DateReading dates) {
    String type = fields.text(TYPE);
    LocalDate date = fields.date(dates, DATE);
    Currencies.Unit unit = fields.currency("", CURRENCY);
    BigDecimal quantity = fields.requiredFigure(QUANTITY).abs();
    BigDecimal price = fields.requiredFigure(PRICE).abs().multiply(unit.perUnit());
    BigDecimal fee = fields.figureOrZero(FEE).abs().multiply(unit.perUnit());
    String source = fields.text("datasource");
    if (!source.isEmpty() && !SOURCE.matcher(source).matches()) {
      fields.fault("a data source of Ghostfolio's such as YAHOO or MANUAL", "datasource");
    }
    BigDecimal worth = price.multiply(quantity);
    String symbol = fields.text(SYMBOL);
    String note = fields.text(NOTE);
    Booking booking =
        new Booking(fields, type)
            .date(date)
            .symbol(symbol)
            .quantity(quantity)
            .price(Optional.of(price))
            .currency(unit.code())
            .note(note.isEmpty() ? symbol : note);
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "buy", "item" ->
          booking
              .fees(fee)
              .amount(Optional.of(worth.multiply(shares(booking)).add(fee)))
              .trade(TransactionType.BUY);
      case "sell" ->
          booking
              .fees(fee)
              .amount(
                  Optional.of(worth.multiply(shares(booking)).subtract(fee).max(BigDecimal.ZERO)))
              .trade(TransactionType.SELL);
      case "dividend" ->
          booking
              .amount(Optional.of(worth.subtract(fee)))
              .fees(fee)
              .cashOnly(TransactionType.DIVIDEND);
      case "interest" ->
          booking
              .symbol("")
              .amount(Optional.of(worth.subtract(fee)))
              .fees(fee)
              .cashOnly(TransactionType.INTEREST);
      case "fee" ->
          booking
              .symbol("")
              .price(Optional.empty())
              .amount(Optional.of(worth.add(fee)))
              .charge(TransactionType.FEE);
      case "liability" ->
          booking.ignored(
              "A liability is a debt outside the account: it moves neither shares nor cash here.");
      default -> {
        fields.fault(EXPECTED_TYPE, TYPE);
        yield booking.ignored("");
      }
    };
  }

  private static BigDecimal shares(Booking booking) {
    return booking.isOption() ? new BigDecimal(100) : BigDecimal.ONE;
  }
}
