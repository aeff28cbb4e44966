package magnus.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import magnus.basics.money.Money;

/**
 * What a portfolio holds at an instant of market time. Totals are in its currency and count only
 * what has a price and that currency; the rest is named in {@code missing}.
 *
 * @param cash in the portfolio's currency, negative when borrowed or when the history lacks an
 *     opening balance
 * @param otherCash in other currencies, none of them zero
 * @param value cash + the holdings' values
 * @param unrealised of holdings whose basis and price are known
 * @param realised gains of all sales whose basis is known, to date
 * @param income dividends and interest less fees and taxes that belong to no trade, to date
 * @param items by symbol
 */
public record Holdings(
    Instant asOf,
    String currency,
    BigDecimal cash,
    List<Money> otherCash,
    BigDecimal value,
    BigDecimal unrealised,
    BigDecimal realised,
    BigDecimal income,
    BigDecimal dayChange,
    List<Holding> items,
    List<Missing> missing) {

  public Holdings {
    otherCash = List.copyOf(otherCash);
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }
}
